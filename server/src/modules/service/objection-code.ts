import { randomInt } from 'node:crypto'
import type { Crypto } from '../../platform/crypto.ts'

/** Without letters and digits that are mistaken for each other. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const LENGTH = 12

/** The code that goes to the old channel: sixty bits, in groups of four. */
export function newObjectionCode(): string {
  const letters = Array.from({ length: LENGTH }, () => LETTERS.charAt(randomInt(LETTERS.length)))
  return [0, 4, 8].map((at) => letters.slice(at, at + 4).join('')).join('-')
}

/** What is kept of the code; case and hyphens do not matter. */
export function objectionHash(crypto: Pick<Crypto, 'mac'>, number: string, code: string): Buffer {
  return crypto.mac('recovery-objection', `${number} ${code.toUpperCase().replaceAll(/[^A-Z\d]/g, '')}`)
}
