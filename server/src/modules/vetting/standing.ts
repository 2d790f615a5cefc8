import { type VettingStanding, vettingStandingOf } from '@xingtan/domain/case-vetting'
import type { Tx } from '../../platform/db.ts'
import type { PolicyBook } from '../policy/index.ts'
import { type LatestRequest, listLatestRequests } from './sql.ts'

export interface CheckStanding {
  readonly request: LatestRequest | undefined
  readonly standing: VettingStanding
}

/** Both checks of one case as they stand now. */
export interface CaseVetting {
  readonly crime: CheckStanding
  readonly offence: CheckStanding
  readonly crimeMaxAgeDays: number
  readonly offenceMaxAgeDays: number
}

/** Loads how the checks of these cases stand, in one statement; a case without requests stands at `not-requested`. */
export async function loadVetting(
  tx: Tx,
  applicationIds: readonly string[],
  book: PolicyBook,
): Promise<(applicationId: string) => CaseVetting> {
  const requests = await listLatestRequests(tx, applicationIds)
  const crimeMaxAgeDays = book.resolve('vetting.crime-max-age-days', tx.today).value
  const offenceMaxAgeDays = book.resolve('vetting.offence-max-age-days', tx.today).value
  const find = (applicationId: string, kind: 'crime' | 'offence', maxAgeDays: number): CheckStanding => {
    const request = requests.find((row) => row.applicationId === applicationId && row.kind === kind)
    return { request, standing: vettingStandingOf(request, maxAgeDays, tx.now) }
  }
  return (applicationId) => ({
    crime: find(applicationId, 'crime', crimeMaxAgeDays),
    offence: find(applicationId, 'offence', offenceMaxAgeDays),
    crimeMaxAgeDays,
    offenceMaxAgeDays,
  })
}
