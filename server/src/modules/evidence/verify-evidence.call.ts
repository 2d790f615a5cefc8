import type { Authorities } from '../../external/authorities.ts'
import type { Services } from '../../platform/context.ts'
import { type JobRun, TryLater } from '../../platform/jobs.ts'
import { type PreparedQuestion, prepareVerification } from './prepare-verification.ts'
import { type SourceAnswer, recordVerification } from './record-verification.ts'

const FIRST_WAIT_SECONDS = 15
const LONGEST_WAIT_SECONDS = 600

async function ask(external: Authorities, question: PreparedQuestion): Promise<SourceAnswer> {
  const { kind, person, certificateNumber } = question
  switch (kind) {
    case 'exam-proofs':
      return { kind, outcome: await external.exam.listProofs(person) }
    case 'putonghua':
      return { kind, outcome: await external.putonghua.findResult(person, certificateNumber) }
    case 'enrolment':
      return { kind, outcome: await external.chsi.findEnrolment(person) }
    case 'degree':
      return { kind, outcome: await external.chsi.findDegree(person, certificateNumber) }
    default:
      // A diploma is a 学历 certificate like any other.
      return { kind, outcome: await external.chsi.findEducation(person, certificateNumber) }
  }
}

/**
 * Asks one source one question. Without an answer it is asked again, later each time up to ten minutes, for as long as
 * it takes: a source that is down refuses nobody (INT-1, S-154).
 */
export async function verifyEvidence(services: Services, external: Authorities, run: JobRun): Promise<void> {
  const verificationId = run.job.payload['verificationId'] ?? ''
  const question = await prepareVerification(services, verificationId)
  if (question === undefined) return
  const answer = await ask(external, question)
  const tries = await recordVerification(services, { run, verificationId, answer })
  if (answer.outcome.kind === 'limited') {
    throw new TryLater(Math.min(answer.outcome.retryAfterSeconds, LONGEST_WAIT_SECONDS))
  }
  if (answer.outcome.kind === 'source-down') {
    throw new TryLater(Math.min(FIRST_WAIT_SECONDS * 2 ** Math.max(0, tries - 1), LONGEST_WAIT_SECONDS))
  }
}
