import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Done, Id, Instant, line } from './field.ts'

export const ServiceKind = z.enum(['phone-recovery', 'data-correction'])
export type ServiceKind = z.infer<typeof ServiceKind>

export const SERVICE_KIND_TITLES: Readonly<Record<ServiceKind, string>> = {
  'phone-recovery': '更换手机号码',
  'data-correction': '更正个人信息',
}

export const ServiceState = z.enum(['waiting', 'objected', 'done', 'declined'])
export type ServiceState = z.infer<typeof ServiceState>

/** Which entry of the own data is wrong (PRO-10). */
export const CorrectionField = z.enum(['ethnic-group', 'name', 'birth-date', 'evidence', 'other'])
export type CorrectionField = z.infer<typeof CorrectionField>

export const CORRECTION_FIELD_TITLES: Readonly<Record<CorrectionField, string>> = {
  'ethnic-group': '民族',
  name: '姓名',
  'birth-date': '出生日期',
  evidence: '学历、普通话等核验记录',
  other: '其他信息',
}

const OwnRequest = z.strictObject({
  requestId: Id,
  number: z.string(),
  kind: ServiceKind,
  state: ServiceState,
  field: CorrectionField.nullable(),
  wish: z.string().nullable(),
  answer: z.string().nullable(),
  agencyName: z.string(),
  openedAt: Instant,
  effectiveAt: Instant.nullable(),
  closedAt: Instant.nullable(),
})
export type OwnRequest = z.infer<typeof OwnRequest>

/** One's own requests with what came of them, newest first. */
export const listOwnRequestsEndpoint = endpoint({
  name: 'service.list-own',
  face: 'public',
  method: 'GET',
  path: '/api/me/service-requests',
  permission: 'session',
  input: z.strictObject({}),
  output: z.strictObject({ requests: z.array(OwnRequest) }),
})

/** Asks the office of one's own case to put an entry of the own data right (个人信息保护法 art. 46, PRO-10). */
export const askCorrectionEndpoint = endpoint({
  name: 'service.ask-correction',
  face: 'public',
  method: 'POST',
  path: '/api/me/service-requests',
  permission: 'session',
  input: z.strictObject({ applicationId: Id, field: CorrectionField, wish: line(300, '需要更正的内容') }),
  output: z.strictObject({ requestId: Id, number: z.string() }),
})

/**
 * Stops a recovery within its 72 hours: by the code that was sent to the old phone, or signed in as the person. The
 * answer is the same whether there was one (S-018).
 */
export const objectToRecoveryEndpoint = endpoint({
  name: 'service.object',
  face: 'public',
  method: 'POST',
  path: '/api/recovery-objections',
  permission: 'public',
  input: z.strictObject({
    number: line(20, '受理编号'),
    /** Not needed by whoever is signed in. */
    code: z.string().trim().max(30).nullable(),
  }),
  output: Done,
})
