import type { HandoverView } from '@xingtan/contract/office/handover'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { signedInOfficer } from '../../platform/signed-in-officer.ts'
import { findHandover } from './sql.ts'
import { listSignatures } from './sql-party.ts'
import { toView } from './to-view.ts'

/** One 交接清单, for its two persons and for 用户管理 of its agency and of those above (ACC-8). */
export async function getHandover(ctx: Context, input: { readonly handoverId: string }): Promise<HandoverView> {
  const officer = signedInOfficer(ctx)
  return ctx.readBelow(async (tx) => {
    const row = await findHandover(tx, input.handoverId)
    const isParty = row?.giverPersonId === officer.personId || row?.receiverPersonId === officer.personId
    if (row === undefined || !(isParty || officer.roles.includes('users'))) throw problem('request.not-found')
    return toView(tx, row, { crypto: ctx.crypto, officer, signatures: await listSignatures(tx, row.id) })
  })
}
