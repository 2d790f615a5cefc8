import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { Day, Done, Id, Instant, Page, line } from '../field.ts'

/** What the security officers keep: sessions, alerts and address lists of the agencies in their scope (ACC-9, S-037). */
export const SecurityEventKind = z.enum([
  'sign-in-refused',
  'address-refused',
  'session-address',
  'passkey-added',
  'passkey-revoked',
  'passkey-copied',
  'code-refused',
  'proof-refused',
  'emergency-opened',
])
export type SecurityEventKind = z.infer<typeof SecurityEventKind>

export const SECURITY_EVENT_TITLES: Readonly<Record<SecurityEventKind, string>> = {
  'sign-in-refused': '登录未通过',
  'address-refused': '从未登记的地址登录',
  'session-address': '登录后更换到未登记的地址',
  'passkey-added': '登记通行密钥',
  'passkey-revoked': '注销通行密钥',
  'passkey-copied': '疑似复制的通行密钥',
  'code-refused': '登记码未通过',
  'proof-refused': '密钥确认未通过',
  'emergency-opened': '启用应急账号',
}

/** Kinds that want a look the same day. */
export const ALERT_KINDS: readonly SecurityEventKind[] = [
  'address-refused',
  'session-address',
  'passkey-copied',
  'emergency-opened',
]

export const listSessionsEndpoint = endpoint({
  name: 'staff.list-sessions',
  face: 'office',
  method: 'GET',
  path: '/api/security/sessions',
  permission: 'staff.secure',
  input: z.strictObject(Page),
  output: z.strictObject({
    rows: z.array(
      z.strictObject({
        sessionId: Id,
        holder: z.string(),
        username: z.string(),
        agencyName: z.string(),
        startedAt: Instant,
        seenAt: Instant,
        device: z.string().nullable(),
        address: z.string().nullable(),
        keyKind: z.enum(['sm2', 'passkey']),
        isOwn: z.boolean(),
      }),
    ),
    after: z.string().nullable(),
  }),
})

/** Ends somebody's session at once; the reason stays with the session and is never shown to others. */
export const endSessionEndpoint = endpoint({
  name: 'staff.end-session',
  face: 'office',
  method: 'POST',
  path: '/api/security/sessions/:sessionId/end',
  permission: 'staff.secure',
  input: z.strictObject({ sessionId: Id, reason: line(200, '原因') }),
  output: Done,
})

/** Failed sign-ins and alerts of the last thirty days, the newest first. */
export const listSecurityEventsEndpoint = endpoint({
  name: 'staff.list-security-events',
  face: 'office',
  method: 'GET',
  path: '/api/security/events',
  permission: 'staff.secure',
  input: z.strictObject({ ...Page, kind: SecurityEventKind.optional() }),
  output: z.strictObject({
    rows: z.array(
      z.strictObject({
        eventId: Id,
        kind: SecurityEventKind,
        holder: z.string().nullable(),
        agencyName: z.string().nullable(),
        device: z.string().nullable(),
        address: z.string().nullable(),
        occurredAt: Instant,
      }),
    ),
    after: z.string().nullable(),
  }),
})

/** Agencies in scope whose name holds the text, the own one first, with the number of rules in force; at most thirty. */
export const findAddressAgenciesEndpoint = endpoint({
  name: 'staff.find-address-agencies',
  face: 'office',
  method: 'GET',
  path: '/api/security/agencies',
  permission: 'staff.secure',
  input: z.strictObject({ text: z.string().trim().max(40).optional() }),
  output: z.strictObject({
    agencies: z.array(z.strictObject({ code: z.string(), name: z.string(), ruleCount: z.number().int() })),
  }),
})

export const AddressRule = z.strictObject({
  ruleId: Id,
  network: z.string(),
  label: z.string(),
  /** Null: for everybody of the agency. */
  username: z.string().nullable(),
  holder: z.string().nullable(),
  startsAt: Instant,
  endsAt: Instant.nullable(),
  state: z.enum(['in-force', 'to-come', 'over']),
  createdBy: z.string(),
})
export type AddressRule = z.infer<typeof AddressRule>

export const listAddressRulesEndpoint = endpoint({
  name: 'staff.list-address-rules',
  face: 'office',
  method: 'GET',
  path: '/api/security/agencies/:agencyCode/addresses',
  permission: 'staff.secure',
  input: z.strictObject({ agencyCode: z.string().regex(/^\d{5}$/) }),
  output: z.strictObject({
    agencyName: z.string(),
    /** Whether the agency's policy lets nobody in without a list. */
    isRequired: z.boolean(),
    /** Address this officer works from at this moment. */
    ownAddress: z.string().nullable(),
    rules: z.array(AddressRule),
  }),
})

const Network = z.union([z.cidrv4(), z.cidrv6(), z.ipv4(), z.ipv6()], {
  error: '地址段不正确，请填写 IPv4 或 IPv6 地址段，例如 192.0.2.0/24 或 2001:db8::/48。',
})

/** A rule from the beginning of a day to the beginning of another, or until it is ended. */
export const addAddressRuleEndpoint = endpoint({
  name: 'staff.add-address-rule',
  face: 'office',
  method: 'POST',
  path: '/api/security/agencies/:agencyCode/addresses',
  permission: 'staff.secure',
  input: z.strictObject({
    agencyCode: z.string().regex(/^\d{5}$/),
    username: line(60, '用户名').nullable(),
    network: z.string().trim().max(60).pipe(Network),
    label: line(40, '说明'),
    startsOn: Day,
    /** First day on which it no longer holds. */
    endsOn: Day.nullable(),
    /** The officer knows that the own address will be shut out. */
    acceptsLockOut: z.boolean(),
  }),
  output: Done,
})

export const endAddressRuleEndpoint = endpoint({
  name: 'staff.end-address-rule',
  face: 'office',
  method: 'POST',
  path: '/api/security/addresses/:ruleId/end',
  permission: 'staff.secure',
  input: z.strictObject({ ruleId: Id, acceptsLockOut: z.boolean() }),
  output: Done,
})
