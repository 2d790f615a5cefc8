import type { SuccessionFacts } from '@xingtan/domain/agency-power'
import type { OfficerActor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db.ts'
import { problem } from '../../platform/problem.ts'
import { getAgencyInTree, listAgenciesBelow } from '../agency/index.ts'
import { listStandingEnds } from './sql.ts'

/** What a reorganisation of two agencies of the officer's tree is judged by, as it stands in this transaction. */
export async function loadFacts(
  tx: Tx,
  officer: OfficerActor,
  { oldCode, newCode }: { readonly oldCode: string; readonly newCode: string },
): Promise<SuccessionFacts> {
  if (oldCode === officer.agencyCode) throw problem('agency.not-below')
  const old = await getAgencyInTree(tx, officer, oldCode)
  const heir = await getAgencyInTree(tx, officer, newCode)
  const below = await listAgenciesBelow(tx, oldCode)
  const ends = await listStandingEnds(tx, [oldCode, newCode])
  return {
    old,
    heir,
    belowCount: below.filter(({ successorCode }) => successorCode === null).length,
    isOrdered: ends.some((one) => one.oldCode === oldCode),
    heirEnds: ends.some((one) => one.oldCode === newCode),
  }
}
