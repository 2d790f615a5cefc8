import { createHash } from 'node:crypto'
import { SM2_USER_ID } from '@xingtan/contract/authority/key-middleware'
import { sm2 } from 'sm-crypto-v2'

/** Order of the SM2 group (GB/T 32918.5). */
const ORDER = BigInt('0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123')

export interface Sm2Key {
  /** 64 hex digits. */
  readonly privateKey: string
  /** `04` and both coordinates, 130 hex digits. */
  readonly publicKey: string
}

function toScalar(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha512')
  for (const part of parts) hash.update(part)
  const scalar = (BigInt(`0x${hash.digest('hex')}`) % (ORDER - 1n)) + 1n
  return scalar.toString(16).padStart(64, '0')
}

/** The key of a demonstration officer, the same on every start. These keys open nothing outside the demonstration. */
export function createSm2Key(name: string): Sm2Key {
  const privateKey = toScalar('xingtan sandbox demonstration key\n', name)
  return { privateKey, publicKey: sm2.getPublicKeyFromPrivateKey(privateKey) }
}

/**
 * SM2 with SM3 over the exact bytes, standard user id; DER. The secret number is derived from key and message, so that
 * certificates are the same bytes on every start and no weak random source can leak a key.
 */
export function signSm2(bytes: Uint8Array, key: Sm2Key): Uint8Array {
  const nonce = toScalar('nonce\n', key.privateKey, bytes)
  const point = sm2.getPublicKeyFromPrivateKey(nonce)
  const pointPool = [{ k: BigInt(`0x${nonce}`), x1: BigInt(`0x${point.slice(2, 66)}`) }]
  const options = { der: true, hash: true, publicKey: key.publicKey, userId: SM2_USER_ID, pointPool }
  return Buffer.from(sm2.doSignature(bytes, key.privateKey, options), 'hex')
}
