import { type KeyObject, createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import type { KeyProof, KeyQuestion } from '@xingtan/contract/office/session'
import type { PasskeyOffer } from '@xingtan/contract/office/security'

/** What a dishonest or faulty authenticator does differently. */
export interface PasskeyFlaw {
  readonly origin?: string
  readonly rpId?: string
  /** Without asking for finger, face or PIN. */
  readonly unverified?: boolean
  readonly counter?: number
  readonly challenge?: string
}

/** An authenticator in software: one P-256 credential, made once, as WebAuthn writes it. */
export interface TestPasskey {
  readonly credentialId: string
  create(offer: PasskeyOffer, flaw?: PasskeyFlaw): { credentialId: string; clientData: string; attestation: string }
  answer(question: KeyQuestion, flaw?: PasskeyFlaw): Extract<KeyProof, { kind: 'passkey' }>
}

const PRESENT = 0x01
const VERIFIED = 0x04
const HAS_CREDENTIAL = 0x40

function sha256(bytes: Uint8Array | string): Buffer {
  return createHash('sha256').update(bytes).digest()
}

/** EC2 key in COSE: {1: 2, 3: -7, -1: 1, -2: x, -3: y}. */
function toCose(publicKey: KeyObject): Buffer {
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  return Buffer.concat([
    Buffer.from('a5010203262001215820', 'hex'),
    Buffer.from(x, 'base64url'),
    Buffer.from('225820', 'hex'),
    Buffer.from(y, 'base64url'),
  ])
}

/** {fmt: 'none', attStmt: {}, authData} in CBOR. */
function toAttestation(authData: Buffer): Buffer {
  const length = Buffer.alloc(2)
  length.writeUInt16BE(authData.length)
  return Buffer.concat([
    Buffer.from('a363666d74646e6f6e656761747453746d74a0686175746844617461', 'hex'),
    Buffer.from([0x59]),
    length,
    authData,
  ])
}

/** A new credential on an authenticator of its own, for the office at `origin`. */
export function createTestPasskey(origin: string): TestPasskey {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = randomBytes(32)
  let counter = 0
  const clientData = (type: string, challenge: string, flaw: PasskeyFlaw) =>
    Buffer.from(
      JSON.stringify({
        type,
        challenge: flaw.challenge ?? challenge,
        origin: flaw.origin ?? origin,
        crossOrigin: false,
      }),
    )
  const authData = (rpId: string, flaw: PasskeyFlaw, extra: { flags: number; data: Buffer }) => {
    counter += 1
    const count = Buffer.alloc(4)
    count.writeUInt32BE(flaw.counter ?? counter)
    const flags = PRESENT | (flaw.unverified === true ? 0 : VERIFIED) | extra.flags
    return Buffer.concat([sha256(flaw.rpId ?? rpId), Buffer.from([flags]), count, extra.data])
  }
  return {
    credentialId: id.toString('base64url'),
    create: (offer, flaw = {}) => {
      const credential = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, toCose(publicKey)])
      const data = authData(offer.rpId, flaw, { flags: HAS_CREDENTIAL, data: credential })
      return {
        credentialId: id.toString('base64url'),
        clientData: clientData('webauthn.create', offer.challenge, flaw).toString('base64url'),
        attestation: toAttestation(data).toString('base64url'),
      }
    },
    answer: (question, flaw = {}) => {
      const said = clientData('webauthn.get', question.challenge, flaw)
      const rpId = question.passkey?.rpId ?? new URL(origin).hostname
      const data = authData(rpId, flaw, { flags: 0, data: Buffer.alloc(0) })
      const signature = sign('sha256', Buffer.concat([data, sha256(said)]), privateKey)
      return {
        kind: 'passkey',
        credentialId: id.toString('base64url'),
        clientData: said.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: signature.toString('base64url'),
      }
    },
  }
}
