import type { Authorities } from '../../external/authorities.ts'
import type { Services } from '../../platform/context.ts'
import { type JobRun, TryLater } from '../../platform/jobs.ts'
import { prepareRealNameCheck, recordRealNameAnswer } from './check-real-name.ts'

const WAIT_SECONDS = 15

/** Asks the public-security source; a source that is down is asked again later and refuses nobody (INT-1). */
export async function checkRealName(services: Services, external: Authorities, run: JobRun): Promise<void> {
  const verificationId = run.job.payload['verificationId'] ?? ''
  const person = await prepareRealNameCheck(services, verificationId)
  if (person === undefined) return
  const answer = await external.policeIdentity.check(person)
  await recordRealNameAnswer(services, { run, verificationId, answer })
  if (answer.kind === 'limited') throw new TryLater(Math.min(answer.retryAfterSeconds, 300))
  if (answer.kind === 'source-down') throw new TryLater(WAIT_SECONDS)
}
