import type { EducationRecord } from '@xingtan/contract/authority/chsi'
import type { Outcome } from '@xingtan/domain/outcome'
import type { Tx } from '../../platform/db.ts'
import { addJob } from '../../platform/jobs.ts'
import { findEvidenceByKey, insertEvidence, updateEvidence } from './sql.ts'
import type { Verification } from './sql-verification.ts'
import { toEducationFacts } from './to-facts.ts'

/**
 * A final-term student's diploma as 学信网 knows it becomes a 学历 record of the person and is handed to the application;
 * only a 毕业 counts (domain §9.1; 教师法 art. 11).
 */
export async function recordDiploma(tx: Tx, question: Verification, outcome: Outcome<EducationRecord>): Promise<void> {
  const { accountId, applicationId } = question
  if (outcome.kind !== 'match' || applicationId === null || outcome.facts.conclusion !== '毕业') return
  const facts = toEducationFacts(outcome.facts)
  const key = facts.certificateNumber
  const known = await findEvidenceByKey(tx, { accountId, kind: 'education', key })
  if (known !== undefined) await updateEvidence(tx, known.id, { state: 'match', facts })
  const evidenceId =
    known?.id ??
    (await insertEvidence(tx, { accountId, kind: 'education', key, facts, state: 'match', trust: 'issuer' }))
  if (evidenceId === undefined) throw new Error('a diploma record was neither there nor written')
  await addJob(tx, 'application.record-diploma', { applicationId, evidenceId })
}
