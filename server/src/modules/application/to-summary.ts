import type { ApplicationSummary } from '@xingtan/contract/application'
import type { CaseRecord } from '../case/index.ts'
import { statusSentence } from './status-sentence.ts'

/** A case as the list of one's own applications shows it. */
export function toSummary(
  row: CaseRecord,
  more: {
    readonly current: boolean
    readonly unreadMessages: number
    readonly formerAgencyName: string | null
  },
): ApplicationSummary {
  return {
    applicationId: row.id,
    registrationNumber: row.registrationNumber,
    status: row.status,
    withdrawn: row.withdrawnAt !== null,
    sentence: statusSentence(row),
    qualificationType: row.qualificationType,
    subjectName: row.subjectName,
    agencyName: row.snapshot.agencyName,
    submittedAt: row.submittedAt.toISOString(),
    ...more,
  }
}
