import type { DraftSteps } from '@xingtan/contract/application'
import type { PolicyValues } from '@xingtan/contract/policy'
import type { Defect, DraftFacts } from '../src/application-draft.ts'
import { defectsOf } from '../src/application-defect.ts'

/** A draft that lacks nothing, and small changes to it, for the tables of the tests. */
export const DAY = '2026-10-12'

const AGE = { from: 720, to: 756, step: 4, firstBirthMonth: '1965-01' }
const minimum = (level: 'bachelor' | 'associate') => {
  const row = { normalMajor: level, otherMajor: level, skillRequired: false } as const
  return { 1: row, 2: row, 3: row, 4: row, 5: row, 6: row, 7: row } as const
}
const FLOORS = { 1: '2B', 2: '2B', 3: '2B', 4: '2B', 5: '2B', 6: '2B', 7: '2B' } as const

interface PolicyWish {
  readonly level?: 'bachelor' | 'associate'
  readonly raises?: PolicyValues['putonghua.floor']['raises']
  readonly exemptFromAge?: number | null
  readonly allowed?: PolicyValues['area.bases']['allowed']
}

/** Rules of a place, as the policy table would resolve them. */
export function policiesWith(wish: PolicyWish = {}): DraftFacts['policies'] {
  const { level = 'bachelor', raises = [], exemptFromAge = null } = wish
  const { allowed = ['hukou', 'residence-permit', 'student', 'military'] } = wish
  const row = <Key extends keyof DraftFacts['policies']>(key: Key, value: PolicyValues[Key]) => ({
    key,
    version: `${key}@nation@2020-01-01`,
    scope: 'nation',
    value,
    source: `${key}的依据`,
  })
  return {
    'degree.minimum': row('degree.minimum', minimum(level)),
    'putonghua.floor': row('putonghua.floor', { byType: FLOORS, raises, exemptFromAge }),
    'area.bases': row('area.bases', {
      allowed,
      freshGraduateRounds: ['spring', 'autumn'],
      residencePermitReceipt: false,
      upgradeStudents: true,
    }),
    'retirement-age': row('retirement-age', {
      male: AGE,
      femaleCadre: { ...AGE, from: 660, to: 696, firstBirthMonth: '1970-01' },
      femaleWorker: { ...AGE, from: 600, to: 660, step: 2, firstBirthMonth: '1975-01' },
      femaleTrack: 'femaleCadre',
    }),
    'promise.text': row('promise.text', {
      version: '2020-01',
      title: '个人承诺书',
      paragraphs: ['本人承诺所填信息真实。'],
      agreeLabel: '同意',
      disagreeLabel: '不同意',
    }),
  }
}

const ID = '7f1c1a52-6a6e-4c3f-9a39-3a1f5b1f2c11'
export const STEPS: DraftSteps = {
  agreement: { agreed: true, offenceQueryAuthorised: true },
  identity: {
    route: 'national-exam',
    examProofId: ID,
    putonghuaId: ID,
    isStudent: false,
    enrolmentId: null,
    educationId: ID,
    degreeId: ID,
  },
  agency: {
    areaBasis: 'hukou',
    regionCode: '330802',
    address: '演示路1号',
    agencyCode: '33801',
    qualificationType: 3,
    subjectCode: '3001',
    pointId: ID,
  },
  details: {
    photoId: ID,
    signatureId: ID,
    collection: 'self',
    mailingAddress: null,
    resume: [{ fromMonth: '2018-09', toMonth: '2022-06', place: '演示大学', role: '学生', witness: null }],
    workplace: '演示公司',
    occupationCode: '09',
    titleCode: '00',
    politicalStatusCode: '13',
  },
  review: { confirmed: true },
  notices: { read: true },
  promise: { agreed: true },
}
export const free = { state: 'match', heldBy: null } as const
export const READY: DraftFacts = {
  steps: STEPS,
  person: { sex: 'female', birthOn: '1999-05-04' },
  examProof: { ...free, type: 3, subjectName: '语文', validUntil: '2027-06-30' },
  putonghua: { ...free, grade: '2B' },
  enrolment: null,
  education: { ...free, level: 'bachelor', conclusion: '毕业' },
  degree: free,
  recognisingAgencyCode: '33801',
  subjectName: '语文',
  subjectAliases: [{ types: [3], name: '道德与法治', aliases: ['思想品德'], source: '演示' }],
  pointAgencyCode: '33801',
  hasPhoto: true,
  signedPromiseVersion: policiesWith()['promise.text'].version,
  policies: policiesWith(),
}

export const codesOf = (facts: DraftFacts, day = DAY): Defect['code'][] =>
  defectsOf(facts, day).map((defect) => defect.code)
export const identity = (value: Partial<DraftSteps['identity']>): DraftSteps => ({
  ...STEPS,
  identity: { ...STEPS.identity, ...value },
})
export const agency = (value: Partial<DraftSteps['agency']>): DraftSteps => ({
  ...STEPS,
  agency: { ...STEPS.agency, ...value },
})
export const details = (value: Partial<DraftSteps['details']>): DraftSteps => ({
  ...STEPS,
  details: { ...STEPS.details, ...value },
})
const student = identity({ isStudent: true, enrolmentId: ID, educationId: null, degreeId: null })
export const enrolled = {
  ...free,
  status: '注册学籍',
  level: 'bachelor',
  expectedGraduationOn: '2027-06-30',
} as const
export const STUDENT: DraftFacts = { ...READY, steps: student, enrolment: enrolled, education: null, degree: null }
