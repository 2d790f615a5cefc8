import type { Tx } from '../../platform/db.ts'
import { problem } from '../../platform/problem.ts'
import { normaliseCertificateNumber } from './certificate-number.ts'
import { openVerification } from './open-verification.ts'
import { findOpenVerification } from './sql-verification.ts'

/**
 * An officer asks 学信网 for the diploma of a final-term student; the answer reaches the case by a job. Answers the id of
 * the question. Asking again about the same number while it runs is the same question; another number has to wait.
 * Stops with `evidence.diploma-running`.
 */
export async function requestDiplomaCheck(
  tx: Tx,
  asked: { readonly applicationId: string; readonly accountId: string; readonly certificateNumber: string },
): Promise<string> {
  const { applicationId, accountId } = asked
  const number = normaliseCertificateNumber(asked.certificateNumber)
  const question = { accountId, kind: 'diploma', subjectId: null, applicationId, asked: number } as const
  const opened = await openVerification(tx, question)
  if (opened !== undefined) return opened
  const running = await findOpenVerification(tx, question)
  if (running === undefined || running.asked !== number) throw problem('evidence.diploma-running')
  return running.id
}
