import { z } from 'zod'
import { AgencyCode, AgencyLevel } from './agency-reference.ts'
import { endpoint } from './endpoint.ts'
import { Day, Done, Id, Instant, Phone, PhoneCode, line } from './field.ts'

/** 咨询、投诉、举报 (PUB-6). */
export const ConsultationKind = z.enum(['consultation', 'complaint', 'fraud'])
export type ConsultationKind = z.infer<typeof ConsultationKind>

export const CONSULTATION_KIND_TITLES: Readonly<Record<ConsultationKind, string>> = {
  consultation: '咨询',
  complaint: '投诉',
  fraud: '举报',
}

export const ConsultationTopic = z.enum([
  'account',
  'recognition',
  'registration',
  'certificate',
  'website',
  'service',
  'delay',
  'charge',
  'materials',
  'false-certificate',
  'exam',
  'other',
])
export type ConsultationTopic = z.infer<typeof ConsultationTopic>

export const CONSULTATION_TOPIC_TITLES: Readonly<Record<ConsultationTopic, string>> = {
  account: '账号与实名核验',
  recognition: '教师资格认定',
  registration: '中小学教师资格定期注册',
  certificate: '教师资格证书',
  website: '网站使用',
  service: '工作人员服务',
  delay: '逾期未办',
  charge: '违规收费',
  materials: '申请材料弄虚作假',
  'false-certificate': '使用假证书',
  exam: '考试舞弊',
  other: '其他',
}

/** What each kind may be about, in the order of the form. */
export const TOPICS_BY_KIND: Readonly<Record<ConsultationKind, readonly ConsultationTopic[]>> = {
  consultation: ['recognition', 'registration', 'certificate', 'account', 'website', 'other'],
  complaint: ['service', 'delay', 'charge', 'other'],
  fraud: ['materials', 'false-certificate', 'exam', 'other'],
}

export const ConsultationState = z.enum(['received', 'working', 'answered'])
export type ConsultationState = z.infer<typeof ConsultationState>

export const CONSULTATION_STATE_TITLES: Readonly<Record<ConsultationState, string>> = {
  received: '待办理',
  working: '办理中',
  answered: '已答复',
}

export const ConsultationOutcome = z.enum([
  'explained',
  'directed',
  'upheld',
  'partly-upheld',
  'not-upheld',
  'opened',
  'confirmed',
  'unproven',
  'not-ours',
])
export type ConsultationOutcome = z.infer<typeof ConsultationOutcome>

export const CONSULTATION_OUTCOME_TITLES: Readonly<Record<ConsultationOutcome, string>> = {
  explained: '已解答',
  directed: '已告知办理渠道',
  upheld: '情况属实，已处理',
  'partly-upheld': '部分属实，已处理',
  'not-upheld': '经查不属实',
  opened: '已转入核查',
  confirmed: '经查属实',
  unproven: '现有材料不足以证实',
  'not-ours': '不属于教师资格业务',
}

/** Outcomes an answer may have, by kind. */
export const OUTCOMES_BY_KIND: Readonly<Record<ConsultationKind, readonly ConsultationOutcome[]>> = {
  consultation: ['explained', 'directed', 'not-ours'],
  complaint: ['upheld', 'partly-upheld', 'not-upheld', 'not-ours'],
  fraud: ['opened', 'confirmed', 'unproven', 'not-ours'],
}

/** Text of several lines that a person typed. */
export function paragraphs(min: number, max: number, title: string) {
  return z
    .string()
    .trim()
    .min(min, { error: min === 1 ? `请填写${title}。` : `${title}至少写 ${min} 个字，方便工作人员办理。` })
    .max(max, { error: `${title}不能超过 ${max} 个字。` })
    .regex(/^(?:[^\p{Cc}\u200b-\u200f\u202a-\u202e\u2066-\u2069]|[\n\r\t])*$/u, {
      error: `${title}中有无法识别的符号，请删去后再填。`,
    })
}

const RegionCode = z.string().regex(/^\d{6}$/)

/** Agencies a person of this place may write to, the county first and the 国家中心 last, with deadlines and limits. */
export const getConsultationDesksEndpoint = endpoint({
  name: 'consultation.get-desks',
  face: 'public',
  method: 'GET',
  path: '/api/consultation-desks',
  permission: 'public',
  input: z.strictObject({ regionCode: RegionCode }),
  output: z.strictObject({
    desks: z.array(z.strictObject({ agencyCode: AgencyCode, name: z.string(), level: AgencyLevel })),
    workingDays: z.strictObject({ consultation: z.number(), complaint: z.number(), fraud: z.number() }),
    evidenceMost: z.number(),
  }),
})

/** Who writes: the signed-in account, a verified phone, or (reports of fraud alone) nobody who can be named. */
export const ConsultationContact = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('account') }),
  z.strictObject({
    kind: z.literal('phone'),
    name: line(40, '姓名'),
    phone: Phone,
    phoneCodeId: Id,
    code: PhoneCode,
  }),
  z.strictObject({ kind: z.literal('anonymous'), proof: z.string().min(1).max(200) }),
])
export type ConsultationContact = z.infer<typeof ConsultationContact>

export const SubmitConsultation = z.strictObject({
  kind: ConsultationKind,
  topic: ConsultationTopic,
  agencyCode: AgencyCode,
  title: line(40, '标题'),
  body: paragraphs(10, 2000, '具体内容'),
  /** When it happened, on which page, and what the page said. */
  occurred: z.string().trim().max(200, { error: '发生的时间和页面不能超过 200 个字。' }),
  registrationNumber: z
    .string()
    .trim()
    .regex(/^(\d{15})?$/, { error: '报名号是 15 位数字，请对照申报提醒填写；没有报名的可以不填。' }),
  contact: ConsultationContact,
})
export type SubmitConsultation = z.infer<typeof SubmitConsultation>

/** Takes an item in; answers its number and the code it is asked about with. */
export const submitConsultationEndpoint = endpoint({
  name: 'consultation.submit',
  face: 'public',
  method: 'POST',
  path: '/api/consultations',
  permission: 'public',
  input: SubmitConsultation,
  output: z.strictObject({
    number: z.string(),
    queryCode: z.string(),
    agencyName: z.string(),
    dueOn: Day,
    evidenceMost: z.number(),
  }),
})

const ConsultationNumber = z
  .string()
  .trim()
  .regex(/^[Zz]\d{12}$/, { error: '受理编号是字母 Z 和 12 位数字，请对照受理回执填写。' })
  .transform((text) => text.toUpperCase())
const QueryCode = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9]{10}$/, { error: '查询码是 10 位字母和数字，请对照受理回执填写。' })
  .transform((text) => text.toUpperCase())
const Key = { number: ConsultationNumber, queryCode: QueryCode }
export const ConsultationKey = z.strictObject(Key)
export type ConsultationKey = z.infer<typeof ConsultationKey>

/** One PDF or JPG of evidence, while the item is open. */
export const addConsultationEvidenceEndpoint = endpoint({
  name: 'consultation.add-evidence',
  face: 'public',
  method: 'POST',
  path: '/api/consultations/:number/evidence',
  permission: 'public',
  body: 'file',
  input: z.strictObject({ ...Key, fileName: z.string().max(255) }),
  output: z.strictObject({ place: z.number(), left: z.number() }),
})

/** What the person may see of an item: no officer's name, no internal note. */
export const ConsultationView = z.strictObject({
  number: z.string(),
  queryCode: z.string(),
  kind: ConsultationKind,
  topic: ConsultationTopic,
  title: z.string(),
  body: z.string(),
  agencyName: z.string(),
  state: ConsultationState,
  submittedAt: Instant,
  dueOn: Day,
  isOverdue: z.boolean(),
  outcome: ConsultationOutcome.nullable(),
  steps: z.array(
    z.strictObject({
      kind: z.enum(['submitted', 'evidence-added', 'assigned', 'transferred', 'answered', 'escalated', 'rated']),
      at: Instant,
      agencyName: z.string().nullable(),
      toAgencyName: z.string().nullable(),
      text: z.string().nullable(),
    }),
  ),
  files: z.array(z.strictObject({ place: z.number(), isPdf: z.boolean(), bytes: z.number(), addedAt: Instant })),
  evidenceLeft: z.number(),
  score: z.number().nullable(),
  isSolved: z.boolean().nullable(),
})
export type ConsultationView = z.infer<typeof ConsultationView>

/** Number and query code together; the code never stands in an address. */
export const openConsultationEndpoint = endpoint({
  name: 'consultation.open',
  face: 'public',
  method: 'POST',
  path: '/api/consultation-queries',
  permission: 'public',
  input: ConsultationKey,
  output: ConsultationView,
})

/** 满意度, once, after the answer. */
export const rateConsultationEndpoint = endpoint({
  name: 'consultation.rate',
  face: 'public',
  method: 'POST',
  path: '/api/consultations/:number/rate',
  permission: 'public',
  input: z.strictObject({ ...Key, score: z.number().int().min(1).max(5), isSolved: z.boolean() }),
  output: Done,
})

/** 我的咨询: items sent from the signed-in account, newest first. */
export const listOwnConsultationsEndpoint = endpoint({
  name: 'consultation.list-own',
  face: 'public',
  method: 'GET',
  path: '/api/me/consultations',
  permission: 'session',
  input: z.strictObject({}),
  output: z.strictObject({
    items: z.array(
      z.strictObject({
        number: z.string(),
        queryCode: z.string(),
        kind: ConsultationKind,
        title: z.string(),
        state: ConsultationState,
        agencyName: z.string(),
        submittedAt: Instant,
      }),
    ),
  }),
})
