import { ResumeRow } from '@xingtan/contract/application'
import { OccupationCode, PoliticalStatusCode, ProfessionalTitleCode } from '@xingtan/contract/person-code'
import { AREA_BASIS_TITLES, QUALIFICATION_TITLES } from '@xingtan/contract/qualification'
import { refuseDegree } from './application-degree.ts'
import { type Defect, type DraftFacts, defectIn, isDisproven } from './application-draft.ts'
import { refuseExamProof } from './exam-proof.ts'
import { PUTONGHUA_GRADE_NAMES, meetsFloor } from './putonghua.ts'
import type { PutonghuaGrade } from './putonghua.ts'
import { hasReachedRetirement } from './retirement-age.ts'
import { isSameSubject } from './subject.ts'

const HANDBOOK_STEP_2 = '《教师资格认定申请人使用手册》3.1.2 步骤二②'
const HANDBOOK_STEP_3 = '《教师资格认定申请人使用手册》3.1.2 步骤三'

/** Step 1: two consents of their own, the second one separate (个人信息保护法 art. 29). */
function refuseAgreement({ steps }: DraftFacts): Defect[] {
  const defect = defectIn('agreement')
  const { agreed, offenceQueryAuthorised } = steps.agreement
  return [
    ...(agreed ? [] : [defect('application.agreement-needed', { field: 'agreed' })]),
    ...(offenceQueryAuthorised
      ? []
      : [
          defect('application.authorisation-needed', {
            field: 'offenceQueryAuthorised',
            basis: '《中华人民共和国未成年人保护法》第六十二条；《中华人民共和国个人信息保护法》第二十九条',
          }),
        ]),
  ]
}

function refuseRoute({ steps }: DraftFacts): Defect[] {
  const defect = defectIn('identity')
  const { route } = steps.identity
  if (route === null) return [defect('application.route-needed', { field: 'route' })]
  return route === 'national-exam' ? [] : [defect('application.route-unsupported', { field: 'route' })]
}

function refuseProof({ steps, examProof }: DraftFacts, day: string): Defect[] {
  if (steps.identity.route !== 'national-exam') return []
  const defect = defectIn('identity')
  const field = 'examProofId'
  if (examProof === null) return [defect('application.exam-proof-needed', { field })]
  const defects: Defect[] = []
  if (examProof.heldBy !== null) defects.push(defect('application.exam-proof-held', { field }))
  // Type and subject are step 3's matter; here only the day counts.
  const own = { type: examProof.type, subjectName: examProof.subjectName, appliedOn: day }
  if (refuseExamProof(examProof, own, () => true).includes('expired')) {
    const values = { validUntil: examProof.validUntil }
    defects.push(defect('application.exam-proof-expired', { field, values, basis: HANDBOOK_STEP_2 }))
  }
  return defects
}

/** Whole years lived on the day. */
function ageOn(birthOn: string, day: string): number {
  return Number(day.slice(0, 4)) - Number(birthOn.slice(0, 4)) - (day.slice(5) < birthOn.slice(5) ? 1 : 0)
}

/** Lowest Putonghua grade for the chosen type and subject; before a type is chosen no grade is too low. */
function putonghuaFloorOf({ steps, policies, subjectName }: DraftFacts): PutonghuaGrade {
  const { byType, raises } = policies['putonghua.floor'].value
  const type = steps.agency.qualificationType
  if (type === null) return '3B'
  const raise = raises.find((row) => row.types.includes(type) && row.subjectName === subjectName)
  return raise?.grade ?? byType[type]
}

function refusePutonghua(facts: DraftFacts, day: string): Defect[] {
  const { putonghua, policies, person } = facts
  const { value, source } = policies['putonghua.floor']
  const defect = defectIn('identity')
  const field = 'putonghuaId'
  const isExempt = value.exemptFromAge !== null && ageOn(person.birthOn, day) >= value.exemptFromAge
  if (putonghua === null) {
    return isExempt ? [] : [defect('application.putonghua-needed', { field, basis: source })]
  }
  if (isDisproven(putonghua)) return [defect('application.putonghua-unproven', { field })]
  const floor = putonghuaFloorOf(facts)
  if (isExempt || putonghua.grade === null || meetsFloor(putonghua.grade, floor)) return []
  const values = { grade: PUTONGHUA_GRADE_NAMES[putonghua.grade], floor: PUTONGHUA_GRADE_NAMES[floor] }
  return [defect('application.putonghua-below', { field, values, basis: source })]
}

function refuseBasis({ steps, policies, person }: DraftFacts, day: string): Defect[] {
  const defect = defectIn('agency')
  const { areaBasis } = steps.agency
  const { value, source } = policies['area.bases']
  const defects: Defect[] = []
  const field = 'areaBasis'
  if (areaBasis === null) defects.push(defect('application.area-basis-needed', { field }))
  else if (!value.allowed.includes(areaBasis)) {
    const values = { basis: AREA_BASIS_TITLES[areaBasis] }
    defects.push(defect('application.area-basis-not-allowed', { field, values, basis: source }))
  } else if (areaBasis === 'student' && steps.identity.isStudent !== true) {
    defects.push(defect('application.area-basis-student', { field, basis: source }))
  }
  if (hasReachedRetirement(policies['retirement-age'].value, person, day)) {
    defects.push(defect('application.past-retirement', { basis: policies['retirement-age'].source }))
  }
  return defects
}

/** Type and subject equal those of the proof (APP-4); subjects are compared with their other names. */
function refuseTypeAndSubject(facts: DraftFacts, day: string): Defect[] {
  const { steps, examProof, subjectName, subjectAliases } = facts
  const defect = defectIn('agency')
  const { qualificationType: type } = steps.agency
  if (type === null) return [defect('application.type-needed', { field: 'qualificationType' })]
  const defects: Defect[] = []
  if (subjectName === null) defects.push(defect('application.subject-needed', { field: 'subjectCode' }))
  if (examProof === null) return defects
  const applied = { type, subjectName: subjectName ?? examProof.subjectName, appliedOn: day }
  const faults = refuseExamProof(examProof, applied, (of, first, second) =>
    isSameSubject(subjectAliases, of, first, second),
  )
  const basis = HANDBOOK_STEP_3
  if (faults.includes('type-differs')) {
    const values = { proofType: QUALIFICATION_TITLES[examProof.type] }
    defects.push(defect('application.type-differs', { field: 'qualificationType', values, basis }))
  }
  if (faults.includes('subject-differs')) {
    const values = { proofSubject: examProof.subjectName }
    defects.push(defect('application.subject-differs', { field: 'subjectCode', values, basis }))
  }
  return defects
}

function refusePlace({ steps, recognisingAgencyCode, pointAgencyCode }: DraftFacts): Defect[] {
  const defect = defectIn('agency')
  const { regionCode, address, agencyCode, pointId, qualificationType } = steps.agency
  const defects: Defect[] = []
  if (regionCode === null) defects.push(defect('application.region-needed', { field: 'regionCode' }))
  if (isBlank(address)) defects.push(defect('application.address-needed', { field: 'address' }))
  if (agencyCode === null) defects.push(defect('application.agency-needed', { field: 'agencyCode' }))
  else if (regionCode !== null && qualificationType !== null && agencyCode !== recognisingAgencyCode) {
    defects.push(defect('application.agency-wrong', { field: 'agencyCode', basis: '《教师资格条例》第十三条' }))
  }
  if (pointId === null) defects.push(defect('application.point-needed', { field: 'pointId' }))
  else if (agencyCode !== null && pointAgencyCode !== agencyCode) {
    defects.push(defect('application.point-wrong', { field: 'pointId' }))
  }
  return defects
}

function isBlank(text: string | null): boolean {
  return text === null || text.trim() === ''
}

function refusePictures({ steps, hasPhoto, signedPromiseVersion, policies }: DraftFacts): Defect[] {
  const defect = defectIn('details')
  const defects: Defect[] = []
  if (!hasPhoto) defects.push(defect('application.photo-needed', { field: 'photoId' }))
  if (steps.details.signatureId === null) {
    defects.push(defect('application.signature-needed', { field: 'signatureId' }))
  } else if (signedPromiseVersion !== policies['promise.text'].version) {
    // A signature stands for one text and one case (S-081).
    defects.push(defect('application.signature-outdated', { field: 'signatureId' }))
  }
  return defects
}

function refuseResume({ steps }: DraftFacts): Defect[] {
  const defect = defectIn('details')
  const { resume } = steps.details
  if (resume.length === 0) return [defect('application.resume-needed', { field: 'resume' })]
  return resume.flatMap((row, index) => {
    const field = `resume.${index}`
    const parsed = ResumeRow.safeParse(row)
    const sentence = parsed.success ? refusePeriod(parsed.data) : parsed.error.issues[0]?.message
    if (sentence === undefined) return []
    return [defect('application.resume-row', { field, values: { row: index + 1, sentence } })]
  })
}

function refusePeriod(row: ResumeRow): string | undefined {
  return row.toMonth !== null && row.toMonth < row.fromMonth ? '结束年月早于起始年月，请更正。' : undefined
}

/** Occupations without a place of work: 学生, 自由职业者, 待业人员. */
const WITHOUT_WORKPLACE = new Set(['01', '11', '12'])

function refuseWork({ steps }: DraftFacts): Defect[] {
  const defect = defectIn('details')
  const { collection, mailingAddress, occupationCode, titleCode, politicalStatusCode, workplace } = steps.details
  const defects: Defect[] = []
  if (collection === null) defects.push(defect('application.collection-needed', { field: 'collection' }))
  if (collection === 'mail' && isBlank(mailingAddress)) {
    defects.push(defect('application.mailing-address-needed', { field: 'mailingAddress' }))
  }
  const hasOccupation = OccupationCode.safeParse(occupationCode).success
  if (!hasOccupation) defects.push(defect('application.occupation-needed', { field: 'occupationCode' }))
  if (hasOccupation && !WITHOUT_WORKPLACE.has(occupationCode ?? '') && isBlank(workplace)) {
    defects.push(defect('application.workplace-needed', { field: 'workplace' }))
  }
  if (!ProfessionalTitleCode.safeParse(titleCode).success) {
    defects.push(defect('application.title-needed', { field: 'titleCode' }))
  }
  if (!PoliticalStatusCode.safeParse(politicalStatusCode).success) {
    defects.push(defect('application.political-status-needed', { field: 'politicalStatusCode' }))
  }
  return defects
}

function refuseLastSteps({ steps }: DraftFacts): Defect[] {
  const { agreed } = steps.promise
  const promise = defectIn('promise')
  return [
    ...(steps.review.confirmed ? [] : [defectIn('review')('application.review-needed', { field: 'confirmed' })]),
    ...(steps.notices.read ? [] : [defectIn('notices')('application.notices-needed', { field: 'read' })]),
    ...(agreed === null ? [promise('application.promise-needed', { field: 'agreed' })] : []),
    ...(agreed === false ? [promise('application.promise-refused', { field: 'agreed' })] : []),
  ]
}

/**
 * Everything that still stands between a draft and being handed in on this day, in the order of the steps; the same
 * answer for the form, each save and the submission (S-055). 教师资格条例 art. 7, 13 and 15; applicant handbook 3.1.2.
 */
export function defectsOf(facts: DraftFacts, day: string): Defect[] {
  return [
    ...refuseAgreement(facts),
    ...refuseRoute(facts),
    ...refuseProof(facts, day),
    ...refusePutonghua(facts, day),
    ...refuseDegree(facts, day),
    ...refuseBasis(facts, day),
    ...refusePlace(facts),
    ...refuseTypeAndSubject(facts, day),
    ...refusePictures(facts),
    ...refuseWork(facts),
    ...refuseResume(facts),
    ...refuseLastSteps(facts),
  ]
}
