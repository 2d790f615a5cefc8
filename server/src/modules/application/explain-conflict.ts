import { violatedConstraint } from '../../platform/database-error.ts'
import { problem } from '../../platform/problem.ts'

const TRIES = 3

/**
 * Runs a submission and explains in words what a constraint decided when two came at once. A 报名号 that is taken,
 * which fourteen random digits make all but impossible, is drawn again.
 */
export async function explainConflicts<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run()
    } catch (error) {
      switch (violatedConstraint(error)) {
        case 'applications__one_live':
          throw problem('application.already-live-elsewhere')
        case 'evidence_uses__exclusive_key':
          throw problem('application.exam-proof-held', { field: 'identity.examProofId' })
        case 'applications_registration_number_key':
          if (attempt === TRIES) throw error
          break
        default:
          throw error
      }
    }
  }
}
