import type { PlanFacts } from '@xingtan/domain/plan-finding'
import { shanghaiDay } from '@xingtan/domain/shanghai-time'
import type { Tx } from '../../platform/db.ts'
import type { Agency } from '../agency/index.ts'
import { loadFilingFacts } from '../filing/index.ts'
import { hasYearlyTraining } from '../training/index.ts'
import type { RoundRow } from './sql-facts.ts'
import type { PlanRecord } from './sql-plan.ts'

type DutyFacts = Pick<PlanFacts, 'noticeFiled' | 'schemeFiled' | 'trainingDone' | 'filedHospitals'>

/**
 * The duties before a plan: notices and 实施方案 filed, training done (PLN-2, PLN-7). Filings come before a plan is first
 * published; one that stands is changed without them, and whoever is late is shown on the board of filings.
 */
export async function loadDutyFacts(
  tx: Tx,
  plan: PlanRecord,
  { agency, round }: { readonly agency: Agency; readonly round: RoundRow },
): Promise<DutyFacts> {
  const year = Number(shanghaiDay(round.opensAt).slice(0, 4))
  const filed = await loadFilingFacts(tx, agency, { id: round.id, kind: round.kind, year })
  const isPublished = plan.inForce !== null
  return {
    noticeFiled: isPublished || filed.noticeFiled,
    schemeFiled: isPublished || filed.schemeFiled,
    trainingDone: await hasYearlyTraining(tx, agency.code, year),
    filedHospitals: filed.hospitals,
  }
}
