import type { OfficerActor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db.ts'
import { loadPolicyBook } from '../policy/index.ts'

/** Whether an announcement of this officer's agency goes out only with another person's approval, today. */
export async function needsSecondPerson(tx: Tx, officer: OfficerActor): Promise<boolean> {
  const book = await loadPolicyBook(tx, officer.agencyCode)
  return book.resolve('notice.second-person-levels', tx.today).value.includes(officer.agencyLevel)
}
