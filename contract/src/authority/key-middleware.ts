import { z } from 'zod'
import { OfficeRole } from '../office/session.ts'

/**
 * The loopback program beside an officer's browser that holds the SM2 key behind a PIN. It signs exactly the bytes it
 * is given, with SM3 and the standard user id, and adds nothing. Only pages of the office site may call it.
 */
export const KEYS_PATH = '/key-middleware/keys'
export const SIGN_PATH = '/key-middleware/sign'
export const CA_PATH = '/key-middleware/ca'
export const OFFICERS_PATH = '/key-middleware/officers'

/** User id of GB/T 32918 when none is agreed. */
export const SM2_USER_ID = '1234567812345678'

/** Wrong PINs in a row until the key locks itself. */
export const PIN_TRIES = 3

/** The text an officer's key signs: UTF-8 JSON with exactly these fields. */
export const OfficerChallenge = z.strictObject({
  /** At least 128 random bits, base64url. */
  nonce: z.string().regex(/^[\w-]{22,128}$/),
  origin: z.url(),
  purpose: z.string().min(1).max(60),
  expiresAt: z.iso.datetime(),
})
export type OfficerChallenge = z.infer<typeof OfficerChallenge>

/** Serial of the certificate, upper-case hex without leading zeros. */
export const KeySerial = z.string().regex(/^[1-9A-F][\dA-F]{0,39}$/, {
  error: '密钥序列号由数字和字母 A 至 F 组成，请对照密钥外壳填写。',
})

export const KeyList = z.object({
  keys: z.array(z.object({ serial: KeySerial, holder: z.string(), agencyName: z.string(), locked: z.boolean() })),
})
export type KeyList = z.infer<typeof KeyList>

export const SignQuestion = z.strictObject({
  serial: KeySerial,
  pin: z.string().regex(/^\d{4,12}$/),
  /** The bytes to sign, base64url without padding. */
  challenge: z.base64url().min(1).max(4000),
})
export type SignQuestion = z.infer<typeof SignQuestion>

/** DER in base64, both. */
export const SignAnswer = z.object({ signature: z.base64(), certificate: z.base64() })
export type SignAnswer = z.infer<typeof SignAnswer>

/** What the middleware says when it does not sign; the status is 403, 404, 423 or 400. */
export const SignRefusal = z.object({
  error: z.enum(['wrong-pin', 'locked', 'no-such-key', 'bad-request', 'foreign-origin']),
  triesLeft: z.number().int().optional(),
})
export type SignRefusal = z.infer<typeof SignRefusal>

/** Whether a key is sound, or which flaw it shows on purpose. */
export const KeyFlaw = z.enum(['none', 'expired', 'revoked', 'other-ca', 'self-signed'])
export type KeyFlaw = z.infer<typeof KeyFlaw>

/** One demonstration officer; agencies are named, never coded, so that a consumer maps them by name. */
export const SandboxOfficer = z.object({
  id: z.string(),
  serial: KeySerial,
  holder: z.string(),
  roles: z.array(OfficeRole).min(1),
  agencyName: z.string(),
  flaw: KeyFlaw,
  pin: z.string(),
})
export type SandboxOfficer = z.infer<typeof SandboxOfficer>

export const SandboxOfficers = z.object({ officers: z.array(SandboxOfficer), revokedSerials: z.array(KeySerial) })
export type SandboxOfficers = z.infer<typeof SandboxOfficers>
