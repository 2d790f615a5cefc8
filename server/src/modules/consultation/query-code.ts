import { randomInt } from 'node:crypto'
import type { Crypto } from '../../platform/crypto.ts'

/** Letters and digits that nobody confuses on a phone line. */
const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const LENGTH = 10

/** 查询码 of an item: made again from its id whenever it is shown, so that it is stored nowhere. */
export function queryCodeOf(crypto: Pick<Crypto, 'mac'>, consultationId: string): string {
  const bytes = crypto.mac('consultation-code', consultationId)
  return Array.from(bytes.subarray(0, LENGTH), (byte) => ALPHABET[byte % ALPHABET.length]).join('')
}

/** What stands in the database instead of the code. */
export function queryHashOf(crypto: Pick<Crypto, 'hashToken'>, queryCode: string): Buffer {
  return crypto.hashToken(`consultation:${queryCode}`)
}

/** 受理编号: Z and twelve random digits. */
export function makeConsultationNumber(): string {
  return `Z${String(randomInt(0, 1_000_000)).padStart(6, '0')}${String(randomInt(0, 1_000_000)).padStart(6, '0')}`
}
