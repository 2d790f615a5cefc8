import type { CaseFacts } from '@xingtan/domain/application'
import type { ApplicationRow } from './sql.ts'

/** The facts of a row as the rules of `domain/src/application.ts` take them. */
export function toCaseState(row: ApplicationRow): CaseFacts {
  return {
    isWithdrawn: row.withdrawnAt !== null,
    confirmation: row.confirmation,
    crimeCleared: row.crimeCleared,
    offenceCleared: row.offenceCleared,
    vettingHit: row.vettingHit,
    diplomaRequired: row.diplomaRequired,
    hasDiploma: row.diplomaEvidenceId !== null,
    review: row.review,
    conclusion: row.conclusion,
  }
}
