import type { DegreeRecord, EducationRecord, EnrolmentRecord } from '@xingtan/contract/authority/chsi'
import type { ExamProofRecord } from '@xingtan/contract/authority/exam'
import type { PutonghuaRecord } from '@xingtan/contract/authority/putonghua'
import { type Outcome, isTrouble } from '@xingtan/domain/outcome'
import type { Services } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import type { JobRun } from '../../platform/jobs.ts'
import { recordDiploma } from './record-diploma.ts'
import { recordProofs } from './record-proofs.ts'
import { findEvidenceByKey, removeOutdatedEvidence, updateEvidence } from './sql.ts'
import {
  type Verification,
  lockOpenVerification,
  markVerificationAnswered,
  markVerificationLate,
} from './sql-verification.ts'
import { toDegreeFacts, toEducationFacts, toEnrolmentFacts, toPutonghuaFacts } from './to-facts.ts'

/** What a source answered, by the kind of the question. */
export type SourceAnswer =
  | { readonly kind: 'exam-proofs'; readonly outcome: Outcome<{ proofs: ExamProofRecord[] }> }
  | { readonly kind: 'putonghua'; readonly outcome: Outcome<PutonghuaRecord> }
  | { readonly kind: 'enrolment'; readonly outcome: Outcome<EnrolmentRecord> }
  | { readonly kind: 'education' | 'diploma'; readonly outcome: Outcome<EducationRecord> }
  | { readonly kind: 'degree'; readonly outcome: Outcome<DegreeRecord> }

interface Recording {
  readonly run: JobRun
  readonly verificationId: string
  readonly answer: SourceAnswer
}

/**
 * Writes down what a source said, under the lease of the job. No answer leaves the question open and its record 待核验;
 * the machine state is that of the source alone (PRO-3). Answers the number of tries so far, for the back-off.
 */
export async function recordVerification(services: Services, recording: Recording): Promise<number> {
  const { run, verificationId, answer } = recording
  return services.db.transaction({}, async (tx) => {
    await run.holdLease(tx)
    const question = await lockOpenVerification(tx, verificationId)
    if (question === undefined) return 0
    const outcome: Outcome<unknown> = answer.outcome
    if (isTrouble(outcome)) {
      await markVerificationLate(tx, question.id, outcome.kind)
    } else {
      const differingFields = outcome.kind === 'mismatch' ? outcome.fields : []
      await markVerificationAnswered(tx, question.id, { outcome: outcome.kind, differingFields })
    }
    await recordAnswer(tx, question, answer)
    return question.tries + 1
  })
}

async function recordAnswer(tx: Tx, question: Verification, answer: SourceAnswer): Promise<void> {
  switch (answer.kind) {
    case 'exam-proofs':
      return recordProofs(tx, question.accountId, answer.outcome)
    case 'enrolment':
      return recordEnrolment(tx, question, answer.outcome)
    case 'diploma':
      return recordDiploma(tx, question, answer.outcome)
    case 'putonghua':
      return recordCertificate(tx, question, answer.outcome, toPutonghuaFacts)
    case 'education':
      return recordCertificate(tx, question, answer.outcome, toEducationFacts)
    case 'degree':
      return recordCertificate(tx, question, answer.outcome, toDegreeFacts)
  }
}

async function recordCertificate<SourceRecord>(
  tx: Tx,
  { subjectId }: Verification,
  outcome: Outcome<SourceRecord>,
  toFacts: (record: SourceRecord) => object,
): Promise<void> {
  if (subjectId === null) return
  await updateEvidence(tx, subjectId, toUpdate(outcome, toFacts))
}

function toUpdate<SourceRecord>(outcome: Outcome<SourceRecord>, toFacts: (record: SourceRecord) => object) {
  if (outcome.kind === 'match') return { state: outcome.kind, facts: toFacts(outcome.facts) }
  if (outcome.kind === 'mismatch') return { state: outcome.kind, differingFields: outcome.fields }
  return { state: outcome.kind }
}

/** A definite answer about 学籍 replaces earlier ones that no application holds; they stay in the table as history. */
async function recordEnrolment(tx: Tx, question: Verification, outcome: Outcome<EnrolmentRecord>): Promise<void> {
  const { accountId, id: key } = question
  const record = await findEvidenceByKey(tx, { accountId, kind: 'enrolment', key })
  if (record === undefined) return
  await updateEvidence(tx, record.id, toUpdate(outcome, toEnrolmentFacts))
  if (isTrouble(outcome)) return
  await removeOutdatedEvidence(tx, { accountId, kind: 'enrolment', exceptKeys: [key] })
}
