import type { QualificationType } from '@xingtan/contract/qualification'

/** What the proof and the application have to agree on. */
export interface TypeAndSubject {
  readonly type: QualificationType
  /** Name as its paper writes it; for 幼儿园, which has no subjects, the proof and the form say 幼儿园. */
  readonly subjectName: string
}

export interface ExamProofFacts extends TypeAndSubject {
  /** Last day on which it can be used, `YYYY-MM-DD`, as the authority states it; never computed (terms were extended). */
  readonly validUntil: string
}

/** Why a proof does not carry an application; all reasons that hold. */
export type ExamProofFault = 'expired' | 'type-differs' | 'subject-differs'

/**
 * Reasons why 《中小学教师资格考试合格证明》 cannot carry the application; empty means it can. It must be valid on the day of
 * application in Asia/Shanghai, its last day included; a later confirmation changes nothing (S-065). Subjects are
 * compared with `isSameSubject` (`subject.ts`, given its aliases), which knows their other names (思想品德, 道德与法治).
 * 《中小学教师资格考试暂行办法》 (教师〔2013〕9号), three years' validity; applicant handbook, step 3, equality of type and subject.
 */
export function refuseExamProof(
  proof: ExamProofFacts,
  applied: TypeAndSubject & { readonly appliedOn: string },
  isSameSubject: (type: QualificationType, first: string, second: string) => boolean,
): ExamProofFault[] {
  const faults: ExamProofFault[] = []
  if (applied.appliedOn > proof.validUntil) faults.push('expired')
  if (applied.type !== proof.type) faults.push('type-differs')
  // Subjects of different types are different things, so one reason says it all.
  else if (!isSameSubject(proof.type, proof.subjectName, applied.subjectName)) faults.push('subject-differs')
  return faults
}
