import type { EducationLevel } from '@xingtan/contract/person-code'
import { EDUCATION_LEVEL_NAMES } from '@xingtan/contract/person-code'
import type { PolicyValues } from '@xingtan/contract/policy'
import type { QualificationType } from '@xingtan/contract/qualification'
import { reachesLevel } from './application-degree.ts'
import type { AppliedRule } from './case-checklist.ts'
import { PUTONGHUA_GRADE_NAMES, type PutonghuaGrade, meetsFloor } from './putonghua.ts'

interface Wanted {
  readonly type: QualificationType
  readonly subjectName: string
  /** Where the rule is written. */
  readonly basis: string
}

/** The Putonghua floor of type and subject applied to what the source says; `null` before it has answered. */
export function applyPutonghuaRule(
  policy: PolicyValues['putonghua.floor'],
  wanted: Wanted,
  facts: { readonly grade: PutonghuaGrade | null; readonly isExempt: boolean },
): AppliedRule {
  const raise = policy.raises.find((row) => row.types.includes(wanted.type) && row.subjectName === wanted.subjectName)
  const floor = raise?.grade ?? policy.byType[wanted.type]
  const { grade, isExempt } = facts
  const isMet = isExempt || (grade === null ? null : meetsFloor(grade, floor))
  return {
    code: 'putonghua-level',
    title: '普通话水平等级',
    requirement: `${PUTONGHUA_GRADE_NAMES[floor]}及以上。`,
    holds: isMet,
    found: grade === null ? '等级还没有核验结果。' : `${PUTONGHUA_GRADE_NAMES[grade]}。`,
    basis: wanted.basis,
  }
}

/**
 * The lowest 学历 applied to what the source says. Between the bounds for normal majors and for others only the desk can
 * tell, since no source says which major is a normal one; there the answer is `null`. 教师法 art. 11.
 */
export function applyDegreeRule(
  policy: PolicyValues['degree.minimum'],
  wanted: Pick<Wanted, 'type' | 'basis'>,
  level: EducationLevel | null,
): AppliedRule {
  const { normalMajor, otherMajor } = policy[wanted.type]
  const bounds = [normalMajor, otherMajor]
  const passed = level === null ? 0 : bounds.filter((bound) => reachesLevel(level, bound)).length
  const holds = level === null || passed === 1 ? null : passed === 2
  const either = normalMajor === otherMajor ? '' : `（师范类专业${EDUCATION_LEVEL_NAMES[normalMajor]}及以上）`
  return {
    code: 'education-level',
    title: '学历层次',
    requirement: `${EDUCATION_LEVEL_NAMES[otherMajor]}及以上${either}。`,
    holds,
    found: level === null ? '学历层次还没有核验结果。' : `${EDUCATION_LEVEL_NAMES[level]}。`,
    basis: wanted.basis,
  }
}
