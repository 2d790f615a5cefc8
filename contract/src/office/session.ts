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
  output: z.strictObject({
    ticket: z.string(),
    /** Exact bytes to sign, base64url of the UTF-8 JSON `{nonce, origin, purpose, expiresAt}`; good for 60 seconds, once. */
    challenge: z.string(),
    /** Serial of the key on file for this user; the page picks it in the middleware. */
    keySerial: z.string(),
    /** Where the key middleware of this computer listens. */
    middlewareUrl: z.string(),
    expiresAt: Instant,
  }),
})

export const finishSignInEndpoint = endpoint({
  name: 'staff.finish-sign-in',
  face: 'office',
  method: 'POST',
  path: '/api/session/finish',
  permission: 'public',
  input: z.strictObject({
    ticket: z.string().min(1).max(200),
    signature: z.string().min(1).max(400),
    certificate: z.string().min(1).max(8000),
  }),
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
