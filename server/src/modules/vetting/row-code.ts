import type { Crypto } from '../../platform/crypto.ts'

const BYTES = 6
const PURPOSE = 'vetting-row'

const textOf = (requestId: string, documentNumber: string) => `${requestId}\n${documentNumber}`
const shorten = (hash: Buffer) => hash.subarray(0, BYTES).toString('hex').toUpperCase()

/** 校验码 of a row: keyed hash of request id and document number, short enough to stand in a column (S-151). */
export function rowCode(crypto: Pick<Crypto, 'blindIndex'>, requestId: string, documentNumber: string): string {
  return shorten(crypto.blindIndex(PURPOSE, textOf(requestId, documentNumber)))
}

/** The same under every key in use: a list that went out before a change of keys still comes back. */
export function rowCodes(crypto: Pick<Crypto, 'blindIndexes'>, requestId: string, documentNumber: string): string[] {
  return crypto.blindIndexes(PURPOSE, textOf(requestId, documentNumber)).map(shorten)
}
