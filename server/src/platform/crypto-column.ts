import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** A sealed value that was changed, belongs elsewhere or names a key this process does not hold. Never opened halfway. */
export class SealBroken extends Error {
  override name = 'SealBroken'
}

const VERSION = 1
const HEADER_BYTES = 3
const IV_BYTES = 16
const TAG_BYTES = 32
const SMALLEST = HEADER_BYTES + IV_BYTES + TAG_BYTES

interface ColumnKeys {
  currentKeyId: number
  keyFor: (keyId: number, purpose: string, bytes: number) => Buffer | undefined
}

/** Encryption of single column values; see `createColumnSeal` for the layout. */
export interface ColumnSeal {
  /** Encrypts one value. `context` binds it to its place, e.g. `accounts.document_number`. */
  sealColumn(plain: string, context?: string): Buffer
  /** Opens a sealed value. Throws `SealBroken` when the key is unknown or a single bit was changed. */
  openColumn(sealed: Uint8Array, context?: string): string
  /** Whether a sealed value was made with an older secret and is to be sealed again. */
  isSealedWithOldKey(sealed: Uint8Array): boolean
}

interface SealKeys {
  encrypt: Buffer
  tag: Buffer
}

function parseKeyId(sealed: Buffer): number {
  if (sealed.length < SMALLEST || sealed.readUInt8(0) !== VERSION) {
    throw new SealBroken('The sealed value has an unknown form.')
  }
  return sealed.readUInt16BE(1)
}

function tagOf(key: Buffer, body: Buffer, context: string): Buffer {
  const contextBytes = Buffer.from(context, 'utf8')
  const length = Buffer.alloc(4)
  length.writeUInt32BE(contextBytes.length)
  return createHmac('sm3', key).update(length).update(contextBytes).update(body).digest()
}

/**
 * Column encryption, layout: version (1 byte), key id (2), counter start (16), SM4-CTR text, HMAC-SM3 (32)
 * over context and everything before it. Encrypt-then-MAC rather than SM4-GCM, which only newer OpenSSL has.
 */
export function createColumnSeal({ currentKeyId, keyFor }: ColumnKeys): ColumnSeal {
  const sealKeys = (keyId: number): SealKeys => {
    const encrypt = keyFor(keyId, 'column:sm4-ctr', 16)
    const tag = keyFor(keyId, 'column:hmac-sm3', 32)
    if (encrypt === undefined || tag === undefined) {
      throw new SealBroken(`The value is sealed with key ${keyId}, which is not known.`)
    }
    return { encrypt, tag }
  }

  return {
    sealColumn: (plain, context = '') => {
      const keys = sealKeys(currentKeyId)
      const header = Buffer.alloc(HEADER_BYTES)
      header.writeUInt8(VERSION, 0)
      header.writeUInt16BE(currentKeyId, 1)
      const iv = randomBytes(IV_BYTES)
      const cipher = createCipheriv('sm4-ctr', keys.encrypt, iv)
      const body = Buffer.concat([header, iv, cipher.update(plain, 'utf8'), cipher.final()])
      return Buffer.concat([body, tagOf(keys.tag, body, context)])
    },
    openColumn: (bytes, context = '') => {
      const sealed = Buffer.from(bytes)
      const keys = sealKeys(parseKeyId(sealed))
      const body = sealed.subarray(0, -TAG_BYTES)
      if (!timingSafeEqual(tagOf(keys.tag, body, context), sealed.subarray(-TAG_BYTES))) {
        throw new SealBroken('The sealed value was changed or belongs elsewhere.')
      }
      const iv = body.subarray(HEADER_BYTES, HEADER_BYTES + IV_BYTES)
      const decipher = createDecipheriv('sm4-ctr', keys.encrypt, iv)
      const text = body.subarray(HEADER_BYTES + IV_BYTES)
      return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8')
    },
    isSealedWithOldKey: (bytes) => parseKeyId(Buffer.from(bytes)) !== currentKeyId,
  }
}
