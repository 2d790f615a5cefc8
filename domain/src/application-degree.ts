import { EDUCATION_LEVEL_NAMES, EducationLevel, QUALIFYING_ENROLMENT_STATUS } from '@xingtan/contract/person-code'
import type { QualificationType } from '@xingtan/contract/qualification'
import { type Defect, type DraftFacts, defectIn, isDisproven, isPending } from './application-draft.ts'

const LEVELS = EducationLevel.options
const defect = defectIn('identity')

/** Whether a level reaches a lowest level; the list runs from the highest down. */
export function reachesLevel(level: EducationLevel, minimum: EducationLevel): boolean {
  return LEVELS.indexOf(level) <= LEVELS.indexOf(minimum)
}

/**
 * The lowest level that can be enough for the type. Where graduates of normal majors have a lower bound, no source says
 * which major is one, so this rule refuses below the lower bound only and the desk judges between the two.
 */
function lowestLevel(facts: DraftFacts, type: QualificationType): EducationLevel {
  const { normalMajor, otherMajor } = facts.policies['degree.minimum'].value[type]
  return reachesLevel(normalMajor, otherMajor) ? otherMajor : normalMajor
}

/** Whether a 学历 already held is enough by itself. */
function isEducationEnough(facts: DraftFacts, type: QualificationType): boolean {
  const { education } = facts
  if (education === null || education.state !== 'match' || education.level === null) return false
  return education.conclusion === '毕业' && reachesLevel(education.level, lowestLevel(facts, type))
}

/**
 * Whether the conclusion has to wait for a diploma: students apply in their final year with the 学历 to come; those who
 * already hold one that is enough (postgraduates, 专升本 for lower types) do not (domain §3, §9.1). 教师法 art. 11.
 */
export function isDiplomaRequired(facts: DraftFacts): boolean {
  const { qualificationType } = facts.steps.agency
  if (facts.steps.identity.isStudent !== true || qualificationType === null) return false
  return !isEducationEnough(facts, qualificationType)
}

/** Last day of the school year (1 September to 31 August) in which a day lies. */
function schoolYearEnd(day: string): string {
  return `${Number(day.slice(0, 4)) + (day.slice(5) >= '09-01' ? 1 : 0)}-08-31`
}

function refuseLevel(facts: DraftFacts, level: EducationLevel, field: string): Defect[] {
  const type = facts.steps.agency.qualificationType
  if (type === null || reachesLevel(level, lowestLevel(facts, type))) return []
  const minimum = lowestLevel(facts, type)
  const values = { level: EDUCATION_LEVEL_NAMES[level], minimum: EDUCATION_LEVEL_NAMES[minimum] }
  return [defect('application.degree-below', { field, values, basis: facts.policies['degree.minimum'].source })]
}

function refuseEnrolment(facts: DraftFacts, day: string): Defect[] {
  const { enrolment } = facts
  const field = 'enrolmentId'
  if (enrolment === null) return [defect('application.enrolment-needed', { field })]
  if (isDisproven(enrolment)) return [defect('application.enrolment-unproven', { field })]
  if (isPending(enrolment)) return []
  const basis = '《教师资格认定申请人使用手册》3.1.2 步骤二④'
  if (enrolment.status !== QUALIFYING_ENROLMENT_STATUS) {
    return [defect('application.enrolment-status', { field, values: { status: enrolment.status ?? '未知' }, basis })]
  }
  if (!isDiplomaRequired(facts)) return []
  const expectedOn = enrolment.expectedGraduationOn
  if (expectedOn !== null && expectedOn > schoolYearEnd(day)) {
    return [defect('application.not-final-year', { field, values: { expectedOn }, basis })]
  }
  return enrolment.level === null ? [] : refuseLevel(facts, enrolment.level, field)
}

function refuseEducation(facts: DraftFacts): Defect[] {
  const { education } = facts
  const field = 'educationId'
  if (education === null) return [defect('application.education-needed', { field })]
  if (isDisproven(education)) return [defect('application.education-unproven', { field })]
  if (isPending(education)) return []
  if (education.conclusion !== '毕业') {
    const values = { conclusion: education.conclusion ?? '非毕业' }
    return [defect('application.education-not-graduated', { field, values, basis: '《中华人民共和国教师法》第十一条' })]
  }
  return education.level === null ? [] : refuseLevel(facts, education.level, field)
}

/**
 * What is missing of 学籍, 学历 and 学位. Students show 注册学籍 of the final year, everybody else a 毕业 of the level the
 * policy of place and type asks; a record whose source is silent passes and is shown as 待核验 (APP-3, PRO-9).
 */
export function refuseDegree(facts: DraftFacts, day: string): Defect[] {
  const { isStudent, educationId, degreeId } = facts.steps.identity
  const defects: Defect[] = []
  if (isStudent === null) defects.push(defect('application.student-needed', { field: 'isStudent' }))
  if (isStudent === true) defects.push(...refuseEnrolment(facts, day))
  if (isStudent === false) defects.push(...refuseEducation(facts))
  if (isStudent === true && educationId !== null && (facts.education === null || isDisproven(facts.education))) {
    defects.push(defect('application.education-unproven', { field: 'educationId' }))
  }
  if (degreeId !== null && (facts.degree === null || isDisproven(facts.degree))) {
    defects.push(defect('application.degree-unproven', { field: 'degreeId' }))
  }
  return defects
}
