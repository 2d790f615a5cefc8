import {
  EDUCATION_LEVEL_NAMES,
  ETHNIC_GROUPS,
  OCCUPATIONS,
  POLITICAL_STATUSES,
  PROFESSIONAL_TITLES,
  type CodeEntry,
  nameOfCode,
} from '@xingtan/contract/person-code'
import { DOCUMENT_TYPE_NAMES } from '@xingtan/contract/document'
import { AREA_BASIS_TITLES, QUALIFICATION_TITLES, ROUTE_TITLES } from '@xingtan/contract/qualification'
import { PUTONGHUA_GRADE_NAMES } from '@xingtan/domain/putonghua'
import { formatRegistrationNumber } from '@xingtan/domain/registration-number'
import { shanghaiDay } from '@xingtan/domain/shanghai-time'
import type { ApplicationForm } from '../../platform/pdf-application-form.ts'
import type { CaseRecord, Snapshot } from '../case/index.ts'
import { given } from './build-case.ts'

const NONE = '无'

function named(table: readonly CodeEntry[], code: string | null): string | null {
  return code === null ? null : (nameOfCode(table, code) ?? null)
}

/** The 学历 the case rests on: the certificate held, or what the student is enrolled for. */
function toEducation({ education, enrolment, degree }: Snapshot): ApplicationForm['education'] {
  const facts = education?.facts ?? enrolment?.facts
  const level = facts?.level ?? null
  return {
    level: level === null ? '待核验' : EDUCATION_LEVEL_NAMES[level],
    degree: degree?.facts.name ?? null,
    school: facts?.school ?? '待核验',
    major: facts?.major ?? '待核验',
    studyForm: facts?.studyForm ?? '待核验',
    graduatedOn: education?.facts.graduatedOn ?? enrolment?.facts.expectedGraduationOn ?? null,
  }
}

function toPutonghua({ putonghua }: Snapshot): ApplicationForm['putonghua'] {
  if (putonghua === null) return null
  const { grade, number } = putonghua.facts
  return { level: grade === null ? '待核验' : PUTONGHUA_GRADE_NAMES[grade], certificateNumber: number }
}

function toProof({ examProof, steps }: Snapshot): ApplicationForm['proof'] {
  const { route } = steps.identity
  if (examProof === null || route === null) return null
  return { kind: ROUTE_TITLES[route], number: examProof.facts.number }
}

function toPlace({ steps, regionPath }: Snapshot): Pick<ApplicationForm, 'household' | 'applicationPlace'> {
  const basis = given(steps.agency.areaBasis)
  const address = `${regionPath}${steps.agency.address ?? ''}`
  return {
    household: basis === 'hukou' ? address : null,
    applicationPlace: `${regionPath}（${AREA_BASIS_TITLES[basis]}）`,
  }
}

interface FormExtras {
  readonly documentNumber: string
  readonly phone: string
  readonly certificateNumber: string | null
  /** Paragraphs of the promise as they were signed. */
  readonly promise: readonly string[]
  readonly isDemo: boolean
}

/** What stands on the 《教师资格认定申请表》 of a case, in words; the offices' parts are filled in on paper. */
export function toFormData(row: CaseRecord, extras: FormExtras): ApplicationForm {
  const { snapshot } = row
  const { details } = snapshot.steps
  return {
    registrationNumber: formatRegistrationNumber(row.registrationNumber),
    certificateNumber: extras.certificateNumber,
    person: {
      name: row.name,
      sex: row.sex === 1 ? '男' : '女',
      ethnicity: nameOfCode(ETHNIC_GROUPS, snapshot.person.ethnicGroup) ?? NONE,
      bornOn: row.birthOn,
      documentType: DOCUMENT_TYPE_NAMES[snapshot.person.documentType],
      documentNumber: extras.documentNumber,
      politicalStatus: named(POLITICAL_STATUSES, details.politicalStatusCode),
    },
    ...toPlace(snapshot),
    education: toEducation(snapshot),
    work: {
      occupation: named(OCCUPATIONS, details.occupationCode),
      workplace: details.workplace,
      title: named(PROFESSIONAL_TITLES, details.titleCode),
    },
    mailingAddress: details.mailingAddress,
    phone: extras.phone,
    qualificationType: QUALIFICATION_TITLES[row.qualificationType],
    subject: row.subjectName,
    putonghua: toPutonghua(snapshot),
    proof: toProof(snapshot),
    resume: details.resume,
    promise: { paragraphs: [...extras.promise], signedOn: shanghaiDay(new Date(snapshot.signature.signedAt)) },
    medical: null,
    confirmation: null,
    decision: null,
    remarks: null,
    isDemo: extras.isDemo,
  }
}
