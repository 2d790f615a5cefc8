import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { getOfficer } from '../case/index.ts'
import { getAdministeredPerson } from './get-administered.ts'
import { appendStaffEvent, closeFiling, listFilingsOf } from './sql-filing.ts'
import { endPerson as endPersonRow } from './sql-person.ts'

/**
 * 离岗: every account, session, key and delegation of the person ends in this one transaction; the duties stay listed
 * for the 交接清单 (ACC-8, S-032, I-17).
 */
export async function endPerson(
  ctx: Context,
  input: { readonly personId: string; readonly reason: string },
): Promise<{ done: true }> {
  const officer = getOfficer(ctx)
  return ctx.command(async (tx) => {
    const { id: personId, agencyCode } = await getAdministeredPerson(tx, input.personId)
    if (personId === officer.personId) throw problem('staff.own-user')
    const waiting = (await listFilingsOf(tx, personId)).find(({ state }) => state === 'waiting')
    if (waiting !== undefined) await closeFiling(tx, waiting.id, { state: 'dropped', decidedBy: officer.personId })
    await endPersonRow(tx, personId, input.reason)
    const event = { personId, agencyCode, actorPersonId: officer.personId, reason: input.reason }
    await appendStaffEvent(tx, { ...event, kind: 'left' })
    tx.concerns('staff-person', personId)
    return { done: true as const }
  })
}
