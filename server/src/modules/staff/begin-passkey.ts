import type { PasskeyOffer } from '@xingtan/contract/office/security'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { getOfficer } from '../case/index.ts'
import { offerPasskey } from './offer-passkey.ts'
import { getUsername } from './sql.ts'
import { getKeyKind } from './sql-key.ts'

/** A passkey is let in by the stronger key: only a session that the SM2 key opened may register one (ACC-9). */
export async function beginPasskey(ctx: Context): Promise<PasskeyOffer> {
  const officer = getOfficer(ctx)
  return ctx.write(async (tx) => {
    if ((await getKeyKind(tx, officer.keySerial)) !== 'sm2') throw problem('staff.passkey-needs-usb-key')
    const { userId, name, sessionId } = officer
    return offerPasskey(ctx, tx, { userId, name, username: await getUsername(tx, userId), ground: { sessionId } })
  })
}
