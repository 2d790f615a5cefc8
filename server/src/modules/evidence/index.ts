/** Owns `verifications` (but real-name checks), `evidence` and `evidence_uses`: what outside sources say of a person. */
export { DegreeFacts, EducationFacts, EnrolmentFacts, ExamProofFacts, PutonghuaFacts } from './facts.ts'
export { requestDiplomaCheck } from './request-diploma-check.ts'
export { type EvidenceRow, type RecordKind, listEvidence } from './sql.ts'
export { type EvidenceUse, closeEvidenceUses, deleteEvidenceUses, insertEvidenceUses } from './sql-use.ts'
