import { createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'
import { type ColumnSeal, createColumnSeal } from './crypto-column.ts'

/**
 * The one door to cryptography. The law asks for certified national algorithms
 * (GB/T 39786-2021 §8.4): a hardware module can stand behind this interface
 * without any caller noticing.
 */
export interface Crypto extends ColumnSeal {
  /** Id of the secret used for everything new. */
  readonly currentKeyId: number
  /** Keyed index for equality search over a sealed column, made with the current secret. 32 bytes. */
  blindIndex(purpose: string, normalised: string): Buffer
  /** The same for every known secret, newest first: search with all of them while a rotation runs. */
  blindIndexes(purpose: string, normalised: string): Buffer[]
  /** HMAC-SM3 under a key of its own for `purpose`. Throws for an unknown `keyId`. 32 bytes. */
  mac(purpose: string, bytes: Uint8Array | string, keyId?: number): Buffer
  /** SM3 digest (GB/T 32905), 32 bytes. */
  sm3(bytes: Uint8Array | string): Buffer
  /** Unguessable token, base64url without padding. */
  randomToken(bytes?: number): string
  /** What is stored instead of a token: SM3 of it. Tokens carry full entropy, so no key is needed and rotation does not end sessions. */
  hashToken(token: string): Buffer
  /** Constant-time comparison; false for different lengths. */
  isEqual(left: Uint8Array, right: Uint8Array): boolean
}

/** One master secret: 64 hexadecimal digits (256 bits). */
export interface CryptoSecret {
  keyId: number
  secret: string
}

export interface CryptoOptions {
  /** Current master secret, 64 hexadecimal digits. */
  secret: string
  /** Id written into everything made with `secret`; 1 unless told. Raise it with every rotation. */
  keyId?: number
  /** Earlier secrets: still readable, never used for anything new. */
  oldSecrets?: readonly CryptoSecret[]
}

const TOKEN_BYTES_MIN = 16

function parseSecret({ keyId, secret }: CryptoSecret): [number, Buffer] {
  if (!/^[0-9a-f]{64}$/i.test(secret)) {
    throw new Error(`Secret ${keyId} is not 64 hexadecimal digits.`)
  }
  if (!Number.isInteger(keyId) || keyId < 1 || keyId > 65_535) {
    throw new Error(`Key id ${keyId} is not a whole number from 1 to 65535.`)
  }
  return [keyId, Buffer.from(secret, 'hex')]
}

function parseSecrets(options: CryptoOptions): Map<number, Buffer> {
  const current = { keyId: options.keyId ?? 1, secret: options.secret }
  const all = [current, ...(options.oldSecrets ?? [])].map(parseSecret)
  const secrets = new Map(all)
  if (secrets.size !== all.length) throw new Error('Two secrets share one key id.')
  return secrets
}

/** One derived key per secret, purpose and length (HKDF with SM3); derived once, then remembered. */
function createKeyRing(secrets: Map<number, Buffer>) {
  const derived = new Map<string, Buffer>()
  return (keyId: number, purpose: string, bytes: number): Buffer | undefined => {
    const name = `${keyId}/${bytes}/${purpose}`
    const known = derived.get(name)
    if (known !== undefined) return known
    const secret = secrets.get(keyId)
    if (secret === undefined) return undefined
    const key = Buffer.from(hkdfSync('sm3', secret, 'xingtan.v1', purpose, bytes))
    derived.set(name, key)
    return key
  }
}

/** Builds the software implementation. Throws when a secret is malformed. Case S-133. */
export function createCrypto(options: CryptoOptions): Crypto {
  const secrets = parseSecrets(options)
  const currentKeyId = options.keyId ?? 1
  const keyFor = createKeyRing(secrets)
  const seal = createColumnSeal({ currentKeyId, keyFor })

  const mac: Crypto['mac'] = (purpose, bytes, keyId = currentKeyId) => {
    const key = keyFor(keyId, `mac:${purpose}`, 32)
    if (key === undefined) throw new Error(`Key id ${keyId} is not known.`)
    return createHmac('sm3', key).update(bytes).digest()
  }
  const sm3: Crypto['sm3'] = (bytes) => createHash('sm3').update(bytes).digest()

  return {
    currentKeyId,
    ...seal,
    blindIndex: (purpose, normalised) => mac(`index:${purpose}`, normalised),
    blindIndexes: (purpose, normalised) =>
      [...secrets.keys()].map((keyId) => mac(`index:${purpose}`, normalised, keyId)),
    mac,
    sm3,
    randomToken: (bytes = 32) => {
      if (bytes < TOKEN_BYTES_MIN) throw new Error('A token needs at least 128 bits.')
      return randomBytes(bytes).toString('base64url')
    },
    hashToken: (token) => sm3(token),
    isEqual: (left, right) => left.length === right.length && timingSafeEqual(left, right),
  }
}
