import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { getOfficer } from '../case/index.ts'
import { revokePasskey } from './sql-key.ts'
import { insertSecurityEvent } from './sql-security-event.ts'

/** An officer revokes a passkey of their own at once, for example with a lost phone; not the one this session rests on. */
export async function revokeOwnPasskey(ctx: Context, input: { readonly serial: string }): Promise<{ done: true }> {
  const officer = getOfficer(ctx)
  if (input.serial === officer.keySerial) throw problem('staff.passkey-last-key')
  return ctx.command(async (tx) => {
    if (!(await revokePasskey(tx, officer.userId, input.serial))) throw problem('request.not-found')
    const user = { id: officer.userId, agencyCode: officer.agencyCode }
    const { address, device } = ctx.request
    await insertSecurityEvent(tx, { kind: 'passkey-revoked', user, address, device })
    tx.concerns('staff-user', officer.userId, { keySerial: input.serial })
    return { done: true }
  })
}
