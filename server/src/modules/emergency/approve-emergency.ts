import { EMERGENCY_MINUTES, isAskRunning, refuseEmergencyApproval } from '@xingtan/domain/emergency'
import { shanghaiTime } from '@xingtan/domain/shanghai-time'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { problem, throwIfRefused } from '../../platform/problem.ts'
import { signedInOfficer } from '../../platform/signed-in-officer.ts'
import { queueManySms } from '../message/index.ts'
import { noteSecurityEvent } from '../staff/index.ts'
import { roleOf } from './role-of.ts'
import { type Account, type Opening, findAccount, listWatchers, lockOpening, openRow } from './sql.ts'

/** Every filed security officer of the place and above is told at once, and it stands on their page (S-042). */
async function alarm(
  ctx: Context,
  tx: Tx,
  told: { readonly account: Account; readonly opening: Opening; readonly closesAt: Date },
): Promise<void> {
  const { account, opening, closesAt } = told
  const watchers = await listWatchers(tx, account.agencyCode)
  const text = `【教师资格管理信息系统】${account.agencyName}的应急账号 ${account.username} 已启用，${shanghaiTime(closesAt)} 自动失效。如未经授权，请立即在系统中结束启用。`
  await queueManySms(
    tx,
    ctx.crypto,
    watchers.map(({ personId, phoneSealed }) => ({
      phone: ctx.crypto.openColumn(phoneSealed),
      text,
      template: 'emergency.opened',
      accountId: null,
      dedupeKey: `emergency:${opening.id}:${personId}`,
    })),
  )
  const { address, device } = ctx.request
  const user = { id: account.userId, agencyCode: account.agencyCode }
  await noteSecurityEvent(tx, { kind: 'emergency-opened', user, address, device })
}

/** The second person agrees: from this instant the account works for sixty minutes, and everybody concerned knows (S-042). */
export async function approveEmergency(
  ctx: Context,
  input: { readonly openingId: string },
): Promise<{ closesAt: string }> {
  const officer = signedInOfficer(ctx)
  const approvedRole = roleOf(officer)
  return ctx.command(async (tx) => {
    const opening = await lockOpening(tx, input.openingId)
    const account = opening === undefined ? undefined : await findAccount(tx, opening.agencyCode)
    if (opening === undefined || account === undefined) throw problem('request.not-found')
    const isWaiting = opening.openedAt === null && opening.closedAt === null && isAskRunning(opening.askedAt, tx.now)
    if (!isWaiting) throw problem('emergency.over')
    const first = { personId: opening.askedBy, role: opening.askedRole }
    throwIfRefused(refuseEmergencyApproval(first, { personId: officer.personId, role: approvedRole }))
    const second = { approvedBy: officer.personId, approvedRole }
    const closesAt = await openRow(tx, { id: opening.id, ...second, minutes: EMERGENCY_MINUTES })
    await alarm(ctx, tx, { account, opening, closesAt })
    tx.concerns('emergency-account', account.agencyCode, { openingId: opening.id, closesAt: closesAt.toISOString() })
    return { closesAt: closesAt.toISOString() }
  })
}
