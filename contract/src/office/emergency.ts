import { z } from 'zod'
import { KeySerial } from '../authority/key-middleware.ts'
import { endpoint } from '../endpoint.ts'
import { Done, Id, Instant, line } from '../field.ts'

export const EmergencyState = z.enum(['none', 'sealed', 'used', 'asked', 'open'])
export type EmergencyState = z.infer<typeof EmergencyState>

export const EMERGENCY_STATE_TITLES: Readonly<Record<EmergencyState, string>> = {
  none: '尚未设立',
  sealed: '已封存',
  used: '已用过，须重新封存',
  asked: '等待第二人同意',
  open: '已启用',
}

const Opening = z.strictObject({
  openingId: Id,
  reason: z.string(),
  askedByName: z.string(),
  askedAt: Instant,
  approvedByName: z.string().nullable(),
  openedAt: Instant.nullable(),
  closesAt: Instant.nullable(),
  closedAt: Instant.nullable(),
  isOpen: z.boolean(),
  /** The newest hundred of what the account asked for while it was open. */
  reads: z.array(z.strictObject({ at: Instant, endpoint: z.string(), objectId: z.string() })),
})
export type EmergencyOpening = z.infer<typeof Opening>

export const EmergencyAccount = z.strictObject({
  agencyCode: z.string(),
  agencyName: z.string(),
  isOwn: z.boolean(),
  username: z.string().nullable(),
  sealedAt: Instant.nullable(),
  state: EmergencyState,
  maySeal: z.boolean(),
  mayAsk: z.boolean(),
  /** The officer is the second person: another one, in the other of the two offices. */
  mayApprove: z.boolean(),
  mayClose: z.boolean(),
  openings: z.array(Opening),
})
export type EmergencyAccount = z.infer<typeof EmergencyAccount>

/** The emergency accounts of the own province or nation and of the provinces below, with their last openings. */
export const listEmergencyEndpoint = endpoint({
  name: 'emergency.list',
  face: 'office',
  method: 'GET',
  path: '/api/emergency-accounts',
  permission: 'emergency.open',
  input: z.strictObject({}),
  output: z.strictObject({ accounts: z.array(EmergencyAccount) }),
})

/** Seals the own account: a new password, told this once, and the key that lies with it. */
export const sealEmergencyEndpoint = endpoint({
  name: 'emergency.seal',
  face: 'office',
  method: 'POST',
  path: '/api/emergency-accounts/seal',
  permission: 'staff.secure',
  input: z.strictObject({
    username: z
      .string()
      .trim()
      .regex(/^[a-z][a-z0-9-]{3,39}$/, { error: '用户名用 4 至 40 个小写字母、数字或短横线，以字母开头。' }),
    keySerial: z.string().trim().toUpperCase().pipe(KeySerial),
  }),
  output: z.strictObject({ password: z.string() }),
})

/** The first person asks; nothing opens by that. */
export const askEmergencyEndpoint = endpoint({
  name: 'emergency.ask',
  face: 'office',
  method: 'POST',
  path: '/api/emergency-openings',
  permission: 'emergency.open',
  needsKey: true,
  input: z.strictObject({ agencyCode: z.string().regex(/^\d{5}$/), reason: line(200, '启用原因') }),
  output: z.strictObject({ openingId: Id }),
})

/** The second person agrees: the account is open for sixty minutes from this instant. */
export const approveEmergencyEndpoint = endpoint({
  name: 'emergency.approve',
  face: 'office',
  method: 'POST',
  path: '/api/emergency-openings/:openingId/approve',
  permission: 'emergency.open',
  needsKey: true,
  input: z.strictObject({ openingId: Id }),
  output: z.strictObject({ closesAt: Instant }),
})

/** Ends an opening, or takes back what was asked; every session of the account ends. */
export const closeEmergencyEndpoint = endpoint({
  name: 'emergency.close',
  face: 'office',
  method: 'POST',
  path: '/api/emergency-openings/:openingId/close',
  permission: 'emergency.open',
  input: z.strictObject({ openingId: Id }),
  output: Done,
})
