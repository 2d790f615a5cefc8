import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Done, Id, Instant } from './field.ts'

/** One signing of the 个人承诺书 on a phone, bound to one draft and its owner (APP-5, S-080). */
export const SigningState = z.enum(['offered', 'opened', 'signed', 'accepted', 'rejected', 'expired'])
export type SigningState = z.infer<typeof SigningState>

/** Makes a token good for five minutes and one use; an earlier one of the draft dies. */
export const offerSigningEndpoint = endpoint({
  name: 'signing.offer',
  face: 'public',
  method: 'POST',
  path: '/api/drafts/:draftId/signings',
  permission: 'session',
  input: z.strictObject({ draftId: Id }),
  output: z.strictObject({
    signingId: Id,
    /** Address for the QR code; the token stands behind `#`, so it never reaches a log. */
    url: z.string(),
    /** The same page on this device, for people without a second one. */
    localUrl: z.string(),
    expiresAt: Instant,
  }),
})

export const Signing = z.strictObject({
  signingId: Id,
  state: SigningState,
  expiresAt: Instant,
  /** What the signing device says it is, for example 「iPhone · Safari」; shown before accepting. */
  device: z.string().nullable(),
  /** Whether the signing device is the one that shows this page. */
  sameDevice: z.boolean().nullable(),
  previewUrl: z.string().nullable(),
})
export type Signing = z.infer<typeof Signing>

export const getSigningEndpoint = endpoint({
  name: 'signing.get',
  face: 'public',
  method: 'GET',
  path: '/api/signings/:signingId',
  permission: 'session',
  input: z.strictObject({ signingId: Id }),
  output: Signing,
})

/** The desktop accepts what the phone signed; only then does the draft hold the signature. */
export const acceptSigningEndpoint = endpoint({
  name: 'signing.accept',
  face: 'public',
  method: 'POST',
  path: '/api/signings/:signingId/accept',
  permission: 'session',
  input: z.strictObject({ signingId: Id }),
  output: z.strictObject({ fileId: Id, draftVersion: z.number().int() }),
})

export const rejectSigningEndpoint = endpoint({
  name: 'signing.reject',
  face: 'public',
  method: 'POST',
  path: '/api/signings/:signingId/reject',
  permission: 'session',
  input: z.strictObject({ signingId: Id }),
  output: Done,
})

/** The phone opens the token: the first device that does owns it, a second one is refused. */
export const openSigningEndpoint = endpoint({
  name: 'signing.open',
  face: 'public',
  method: 'POST',
  path: '/api/signing/open',
  permission: 'public',
  input: z.strictObject({ token: z.string().min(20).max(100) }),
  output: z.strictObject({
    maskedName: z.string(),
    documentTitle: z.string(),
    text: z.array(z.string()),
    expiresAt: Instant,
    /** Secret of this device for handing in the signature. */
    deviceKey: z.string(),
  }),
})

export const submitSignatureEndpoint = endpoint({
  name: 'signing.submit',
  face: 'public',
  method: 'POST',
  path: '/api/signing/submit',
  permission: 'public',
  body: 'file',
  input: z.strictObject({ deviceKey: z.string().min(20).max(100) }),
  output: Done,
})
