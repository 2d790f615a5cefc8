import type { Degree, Education, Enrolment, ExamProof, PutonghuaCertificate } from '@xingtan/contract/evidence'
import { AUTHORITY_TITLES } from '@xingtan/contract/authority/authority-name'
import { DegreeFacts, EducationFacts, EnrolmentFacts, ExamProofFacts, PutonghuaFacts } from './facts.ts'
import type { EvidenceRow } from './sql.ts'

function commonOf(row: EvidenceRow, source: string) {
  return {
    id: row.id,
    state: row.state,
    trust: row.trust,
    source,
    checkedAt: row.checkedAt?.toISOString() ?? null,
    differingFields: row.differingFields,
    heldBy: row.heldBy,
  }
}

/** An exam proof as the personal centre shows it on a legal day. */
export function toExamProof(row: EvidenceRow, today: string): ExamProof {
  const facts = ExamProofFacts.parse(row.facts)
  const usable = row.state === 'match' && row.heldBy === null && today <= facts.validUntil
  return { ...commonOf(row, AUTHORITY_TITLES.exam), ...facts, usable }
}

export function toPutonghua(row: EvidenceRow): PutonghuaCertificate {
  const { number, score, grade, testedOn } = PutonghuaFacts.parse(row.facts)
  return { ...commonOf(row, AUTHORITY_TITLES.putonghua), number, score, grade, testedOn }
}

export function toEnrolment(row: EvidenceRow): Enrolment {
  const { school, major, level, studyForm, status, expectedGraduationOn } = EnrolmentFacts.parse(row.facts)
  return { ...commonOf(row, AUTHORITY_TITLES.chsi), school, major, level, studyForm, status, expectedGraduationOn }
}

export function toEducation(row: EvidenceRow): Education {
  const { certificateNumber, school, major, level, studyForm, graduatedOn } = EducationFacts.parse(row.facts)
  return { ...commonOf(row, AUTHORITY_TITLES.chsi), certificateNumber, school, major, level, studyForm, graduatedOn }
}

export function toDegree(row: EvidenceRow): Degree {
  const { certificateNumber, school, name, awardedOn } = DegreeFacts.parse(row.facts)
  return { ...commonOf(row, AUTHORITY_TITLES.chsi), certificateNumber, school, name, awardedOn }
}
