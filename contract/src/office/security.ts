import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { Done, Id, Instant, line } from '../field.ts'
import { KeyProof, KeyQuestion } from './session.ts'

/** Header that carries the one-time proof of a fresh signature (S-036). */
export const KEY_PROOF_HEADER = 'x-key-proof'

/** Asks for a challenge bound to this session, the endpoint and the SM3 of its canonical input. */
export const beginKeyProofEndpoint = endpoint({
  name: 'staff.begin-key-proof',
  face: 'office',
  method: 'POST',
  path: '/api/session/key-proof',
  permission: 'office',
  input: z.strictObject({
    endpoint: z.string().regex(/^[a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*$/),
    /** The input of the call to come, path parameters included. */
    input: z.record(z.string(), z.unknown()),
  }),
  output: KeyQuestion,
})

/** The key that opened this session signed the challenge: `proof` goes into the header of the call, once, within the 60 seconds. */
export const finishKeyProofEndpoint = endpoint({
  name: 'staff.finish-key-proof',
  face: 'office',
  method: 'POST',
  path: '/api/session/key-proof/finish',
  permission: 'office',
  input: z.strictObject({ ticket: z.string().min(1).max(200), proof: KeyProof }),
  output: z.strictObject({ proof: z.string() }),
})

/** What the browser needs to make a passkey (WebAuthn creation options). */
export const PasskeyOffer = z.strictObject({
  ticket: z.string(),
  challenge: z.string(),
  rpId: z.string(),
  rpName: z.string(),
  /** Random handle of the user, base64url; no personal data. */
  userHandle: z.string(),
  username: z.string(),
  displayName: z.string(),
  excludeCredentialIds: z.array(z.string()),
  expiresAt: Instant,
})
export type PasskeyOffer = z.infer<typeof PasskeyOffer>

const NewPasskey = {
  ticket: z.string().min(1).max(200),
  label: line(30, '名称'),
  credentialId: z
    .string()
    .regex(/^[\w-]+$/)
    .max(1400),
  clientData: z
    .string()
    .regex(/^[\w-]+$/)
    .max(4000),
  attestation: z
    .string()
    .regex(/^[\w-]+$/)
    .max(16_000),
}

export const beginPasskeyEndpoint = endpoint({
  name: 'staff.begin-passkey',
  face: 'office',
  method: 'POST',
  path: '/api/my-sign-in/passkeys/begin',
  permission: 'office',
  input: z.strictObject({}),
  output: PasskeyOffer,
})

export const registerPasskeyEndpoint = endpoint({
  name: 'staff.register-passkey',
  face: 'office',
  method: 'POST',
  path: '/api/my-sign-in/passkeys',
  permission: 'office',
  input: z.strictObject(NewPasskey),
  output: Done,
})

export const revokeOwnPasskeyEndpoint = endpoint({
  name: 'staff.revoke-own-passkey',
  face: 'office',
  method: 'POST',
  path: '/api/my-sign-in/passkeys/:serial/revoke',
  permission: 'office',
  input: z.strictObject({ serial: z.string().min(1).max(80) }),
  output: Done,
})

/** A registration code for a user of one's own scope: 10 minutes, once; shown to the officer who gives it and to nobody else. */
export const issuePasskeyCodeEndpoint = endpoint({
  name: 'staff.issue-passkey-code',
  face: 'office',
  method: 'POST',
  path: '/api/staff/passkey-codes',
  permission: 'staff.manage',
  input: z.strictObject({ username: line(60, '用户名') }),
  output: z.strictObject({ code: z.string(), holder: z.string(), agencyName: z.string(), expiresAt: Instant }),
})

/** Registration without a session: password and code together; it opens no session (S-033). */
export const beginPasskeyWithCodeEndpoint = endpoint({
  name: 'staff.begin-passkey-with-code',
  face: 'office',
  method: 'POST',
  path: '/api/session/passkey/begin',
  permission: 'public',
  input: z.strictObject({
    username: line(60, '用户名'),
    password: z.string().min(1, { error: '请填写密码。' }).max(512),
    code: z.string().regex(/^\d{10}$/, { error: '登记码是 10 位数字，请核对后填写。' }),
  }),
  output: PasskeyOffer,
})

export const registerPasskeyWithCodeEndpoint = endpoint({
  name: 'staff.register-passkey-with-code',
  face: 'office',
  method: 'POST',
  path: '/api/session/passkey/finish',
  permission: 'public',
  input: z.strictObject(NewPasskey),
  output: Done,
})

const SessionRow = {
  sessionId: Id,
  startedAt: Instant,
  seenAt: Instant,
  endsAt: Instant,
  device: z.string().nullable(),
  address: z.string().nullable(),
  keyKind: z.enum(['sm2', 'passkey']),
}

/** 我的登录: sessions of the last thirty days, newest first, and the keys that open the door. */
export const getOwnSignInEndpoint = endpoint({
  name: 'staff.get-own-sign-in',
  face: 'office',
  method: 'GET',
  path: '/api/my-sign-in',
  permission: 'office',
  input: z.strictObject({}),
  output: z.strictObject({
    mayAddPasskey: z.boolean(),
    sessions: z.array(
      z.strictObject({
        ...SessionRow,
        isCurrent: z.boolean(),
        isLive: z.boolean(),
        endedAt: Instant.nullable(),
        endedBecause: z.string().nullable(),
      }),
    ),
    keys: z.array(
      z.strictObject({
        serial: z.string(),
        kind: z.enum(['sm2', 'passkey']),
        label: z.string().nullable(),
        registeredAt: Instant,
        usedAt: Instant.nullable(),
        isCurrent: z.boolean(),
      }),
    ),
  }),
})
