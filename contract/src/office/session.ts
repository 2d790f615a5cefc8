import { z } from 'zod'
import { AgencyLevel } from '../agency-reference.ts'
import { endpoint } from '../endpoint.ts'
import { Done, Instant, line } from '../field.ts'

/** Roles of officers (`domain/src/permission.ts` says what each may do). */
export const OfficeRole = z.enum([
  'plan',
  'confirm',
  'vet',
  'review',
  'approve',
  'print',
  'stock',
  'users',
  'publicity',
  'statistics',
  'restrict',
  'system',
  'security',
  'audit',
])
export type OfficeRole = z.infer<typeof OfficeRole>

export const OFFICE_ROLE_TITLES: Readonly<Record<OfficeRole, string>> = {
  plan: '计划管理',
  confirm: '确认用户',
  vet: '核查用户',
  review: '审核',
  approve: '审批',
  print: '证书打印',
  stock: '证书库存',
  users: '用户管理',
  publicity: '信息公开',
  statistics: '统计',
  restrict: '限制库管理',
  system: '系统管理员',
  security: '安全管理员',
  audit: '审计管理员',
}

const Base64url = (max: number) =>
  z
    .string()
    .regex(/^[\w-]+$/)
    .max(max)

/** What a key is asked to sign; either kind signs the same bytes. */
export const KeyQuestion = z.strictObject({
  ticket: z.string(),
  /** Exact bytes to sign, base64url of the UTF-8 JSON `{nonce, origin, purpose, expiresAt}`; good for 60 seconds, once. */
  challenge: z.string(),
  /** Serial of the SM2 key on file; the page picks it in the middleware. Null when no such key may answer. */
  keySerial: z.string().nullable(),
  /** Where the key middleware of this computer listens. */
  middlewareUrl: z.string(),
  /** Passkeys that may answer; null when there are none. */
  passkey: z.strictObject({ rpId: z.string(), credentialIds: z.array(z.string()).min(1) }).nullable(),
  expiresAt: Instant,
})
export type KeyQuestion = z.infer<typeof KeyQuestion>

/** The answer of a key: an SM2 signature with its certificate, or the assertion of a passkey. */
export const KeyProof = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('sm2'),
    /** DER over the challenge bytes, base64. */
    signature: z.string().min(1).max(400),
    /** DER, base64. */
    certificate: z.string().min(1).max(8000),
  }),
  z.strictObject({
    kind: z.literal('passkey'),
    credentialId: Base64url(1400),
    clientData: Base64url(4000),
    authenticatorData: Base64url(4000),
    signature: Base64url(1400),
  }),
])
export type KeyProof = z.infer<typeof KeyProof>

/** First half of the sign-in: the password alone opens nothing, it only earns a challenge for the key (ACC-9, S-033). */
export const beginSignInEndpoint = endpoint({
  name: 'staff.begin-sign-in',
  face: 'office',
  method: 'POST',
  path: '/api/session/begin',
  permission: 'public',
  input: z.strictObject({
    username: line(60, '用户名'),
    password: z.string().min(1, { error: '请填写密码。' }).max(512),
  }),
  output: KeyQuestion,
})

export const finishSignInEndpoint = endpoint({
  name: 'staff.finish-sign-in',
  face: 'office',
  method: 'POST',
  path: '/api/session/finish',
  permission: 'public',
  input: z.strictObject({ ticket: z.string().min(1).max(200), proof: KeyProof }),
  output: Done,
})

export const officeSignOutEndpoint = endpoint({
  name: 'staff.sign-out',
  face: 'office',
  method: 'POST',
  path: '/api/session/sign-out',
  permission: 'public',
  input: z.strictObject({}),
  output: Done,
})

export const Officer = z.discriminatedUnion('signedIn', [
  z.strictObject({ signedIn: z.literal(false), demo: z.boolean(), now: Instant, today: z.string() }),
  z.strictObject({
    signedIn: z.literal(true),
    demo: z.boolean(),
    now: Instant,
    today: z.string(),
    name: z.string(),
    agencyName: z.string(),
    agencyCode: z.string(),
    agencyLevel: AgencyLevel,
    pointName: z.string().nullable(),
    roles: z.array(OfficeRole),
    idleEndsAt: Instant,
    endsAt: Instant,
  }),
])
export type Officer = z.infer<typeof Officer>

export const getOfficerEndpoint = endpoint({
  name: 'staff.get-officer',
  face: 'office',
  method: 'GET',
  path: '/api/officer',
  permission: 'public',
  input: z.strictObject({}),
  output: Officer,
})
