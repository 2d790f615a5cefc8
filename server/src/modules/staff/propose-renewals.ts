import { randomUUID } from 'node:crypto'
import type { Refusal } from '@xingtan/contract/problem'
import type { Context, WorkTx } from '../../platform/context.ts'
import { throwIfRefused } from '../../platform/problem.ts'
import { getOfficer } from '../case/index.ts'
import { appendStaffEvent, insertFiling } from './sql-filing.ts'
import { lockStaffPerson } from './sql-person.ts'

async function proposeOne(tx: WorkTx, personId: string, proposedBy: string): Promise<boolean> {
  const person = await lockStaffPerson(tx, personId)
  if (person === undefined || person.leftAt !== null || person.filedUntil === null) return false
  const { agencyCode, name, phoneSealed, officePhone, post } = person
  if (phoneSealed === null || post === null) return false
  const asked = { kind: 'renewal' as const, reason: '年度续期', proposedBy }
  const filed = { personId, agencyCode, name, phoneSealed, officePhone, post }
  if (!(await insertFiling(tx, { id: randomUUID(), ...filed, ...asked }))) return false
  await appendStaffEvent(tx, { personId, agencyCode, kind: 'renewal-proposed', actorPersonId: proposedBy })
  tx.concerns('staff-person', personId, { kind: 'renewal' })
  return true
}

/** Asks for the yearly renewal of many people at once: all of them or none, each refused row named. */
export async function proposeRenewals(
  ctx: Context,
  input: { readonly personIds: readonly string[] },
): Promise<{ count: number }> {
  const officer = getOfficer(ctx)
  const ids = [...new Set(input.personIds)]
  return ctx.command(async (tx) => {
    const refusals: Refusal[] = []
    // Always in the order of ids: two bulk renewals must not wait for each other in a ring.
    for (const personId of ids.toSorted()) {
      const isAsked = await proposeOne(tx, personId, officer.personId)
      if (!isAsked) refusals.push({ code: 'staff.renewal-row', values: { row: ids.indexOf(personId) + 1 } })
    }
    throwIfRefused(refusals)
    return { count: ids.length }
  })
}
