import { z } from 'zod'
import { DocumentType } from './document.ts'
import { endpoint } from './endpoint.ts'
import { Done, Id, Instant, Phone, PhoneCode, line } from './field.ts'

/** What a challenge proof is good for; a proof made for one purpose is refused for another (S-014). */
export const ChallengePurpose = z.enum(['sign-in', 'phone-code', 'consultation'])
export type ChallengePurpose = z.infer<typeof ChallengePurpose>

export const Challenge = z.strictObject({
  challengeId: Id,
  expiresAt: Instant,
  /** Slider puzzle: images as data URLs; the place of the gap is known to the server alone. */
  slider: z.strictObject({
    background: z.string(),
    piece: z.string(),
    width: z.number(),
    height: z.number(),
    pieceSize: z.number(),
    pieceTop: z.number(),
  }),
  /** The way without dragging: find a counter so that SHA-256(`challenge:counter`) starts with `bits` zero bits. */
  work: z.strictObject({ challenge: z.string(), bits: z.number().int() }),
})
export type Challenge = z.infer<typeof Challenge>

export const createChallengeEndpoint = endpoint({
  name: 'account.create-challenge',
  face: 'public',
  method: 'POST',
  path: '/api/challenges',
  permission: 'public',
  input: z.strictObject({ purpose: ChallengePurpose }),
  output: Challenge,
})

export const ChallengeAnswer = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('slider'),
    x: z.number().min(0).max(2000),
    track: z.array(z.strictObject({ x: z.number(), t: z.number() })).max(500),
  }),
  z.strictObject({ kind: z.literal('work'), counter: z.string().regex(/^\d{1,15}$/) }),
])
export type ChallengeAnswer = z.infer<typeof ChallengeAnswer>

/** A solved challenge gives a proof: one purpose, one device, one use, 120 seconds. Sign-in takes slider proofs only. */
export const solveChallengeEndpoint = endpoint({
  name: 'account.solve-challenge',
  face: 'public',
  method: 'POST',
  path: '/api/challenges/:challengeId/solve',
  permission: 'public',
  input: z.strictObject({ challengeId: Id, answer: ChallengeAnswer }),
  output: z.strictObject({ proof: z.string() }),
})

export const PhoneCodePurpose = z.enum(['register', 'certificate-query', 'consultation'])

export const sendPhoneCodeEndpoint = endpoint({
  name: 'account.send-phone-code',
  face: 'public',
  method: 'POST',
  path: '/api/phone-codes',
  permission: 'public',
  input: z.strictObject({ purpose: PhoneCodePurpose, phone: Phone, proof: z.string().min(1).max(200) }),
  output: z.strictObject({ phoneCodeId: Id, expiresAt: Instant, resendAt: Instant }),
})

export const Password = z
  .string()
  .min(1, { error: '请填写密码。' })
  .max(512, { error: '密码太长，请控制在 128 个字以内。' })

export const Register = z.strictObject({
  documentType: DocumentType,
  documentNumber: line(40, '证件号码'),
  name: line(80, '姓名'),
  phone: Phone,
  phoneCodeId: Id,
  code: PhoneCode,
  password: Password,
})
export type Register = z.infer<typeof Register>

/** Opens an account that holds nothing until the real-name check succeeds; it lapses after 24 hours (ACC-1, S-003). */
export const registerEndpoint = endpoint({
  name: 'account.register',
  face: 'public',
  method: 'POST',
  path: '/api/accounts',
  permission: 'public',
  input: Register,
  output: z.strictObject({ accountId: Id }),
})

export const SignIn = z.strictObject({
  /** The document number the account was opened with. */
  account: line(40, '账号'),
  password: Password,
  /** `slider` carries a proof; `phone-code` needs no dragging: the right password, then a code to the bound phone. */
  way: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('slider'), proof: z.string().min(1).max(200) }),
    z.strictObject({ kind: z.literal('phone-code') }),
  ]),
})
export type SignIn = z.infer<typeof SignIn>

export const SignInResult = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('signed-in') }),
  z.strictObject({
    kind: z.literal('code-required'),
    ticket: z.string(),
    maskedPhone: z.string(),
    expiresAt: Instant,
    because: z.enum(['new-device', 'without-dragging']),
  }),
])
export type SignInResult = z.infer<typeof SignInResult>

export const signInEndpoint = endpoint({
  name: 'account.sign-in',
  face: 'public',
  method: 'POST',
  path: '/api/session/sign-in',
  permission: 'public',
  input: SignIn,
  output: SignInResult,
})

export const signInWithCodeEndpoint = endpoint({
  name: 'account.sign-in-with-code',
  face: 'public',
  method: 'POST',
  path: '/api/session/sign-in-with-code',
  permission: 'public',
  input: z.strictObject({ ticket: z.string().min(1).max(200), code: PhoneCode }),
  output: z.strictObject({ kind: z.literal('signed-in') }),
})

export const signOutEndpoint = endpoint({
  name: 'account.sign-out',
  face: 'public',
  method: 'POST',
  path: '/api/session/sign-out',
  permission: 'public',
  input: z.strictObject({}),
  output: Done,
})

/** How far the real-name check has come; `waiting` means the source has not answered yet, which refuses nobody. */
export const RealNameState = z.enum(['proven', 'unproven', 'waiting', 'mismatch', 'not-found', 'taken'])
export type RealNameState = z.infer<typeof RealNameState>

export const Me = z.discriminatedUnion('signedIn', [
  z.strictObject({ signedIn: z.literal(false), today: z.string(), now: Instant, demo: z.boolean() }),
  z.strictObject({
    signedIn: z.literal(true),
    today: z.string(),
    now: Instant,
    demo: z.boolean(),
    maskedName: z.string(),
    name: z.string(),
    realName: RealNameState,
    /** What the first sign-in still asks for (ACC-5). */
    profileComplete: z.boolean(),
    /** The session ends at the earlier of these; reading anything extends the idle one. */
    idleEndsAt: Instant,
    endsAt: Instant,
  }),
])
export type Me = z.infer<typeof Me>

export const getMeEndpoint = endpoint({
  name: 'account.get-me',
  face: 'public',
  method: 'GET',
  path: '/api/me',
  permission: 'public',
  input: z.strictObject({}),
  output: Me,
})

/** Asks the public-security source again; at most three tries a day, SOURCE_DOWN and LIMITED do not count (ACC-2). */
export const requestRealNameCheckEndpoint = endpoint({
  name: 'account.request-real-name-check',
  face: 'public',
  method: 'POST',
  path: '/api/me/real-name-check',
  permission: 'session',
  input: z.strictObject({
    /** A corrected name; without it the name on the account is checked. */
    name: line(80, '姓名').optional(),
  }),
  output: z.strictObject({ verificationId: Id, triesLeftToday: z.number().int() }),
})

export const completeProfileEndpoint = endpoint({
  name: 'account.complete-profile',
  face: 'public',
  method: 'POST',
  path: '/api/me/profile',
  permission: 'session',
  input: z.strictObject({ ethnicGroup: z.string().regex(/^\d{2}$/, { error: '请选择民族。' }) }),
  output: Done,
})
