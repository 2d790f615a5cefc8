import { createHash } from 'node:crypto'

export interface ProofOfWork {
  /** The text the server made up; any characters. */
  challenge: string
  /** The counter the browser found, in decimal digits. */
  counter: string
  /** How many leading zero bits SHA-256 of `challenge:counter` must have. */
  difficultyBits: number
}

const COUNTER = /^[0-9]{1,16}$/

function countLeadingZeroBits(digest: Uint8Array): number {
  let bits = 0
  for (const byte of digest) {
    // Math.clz32 counts over 32 bits; a byte fills the last eight.
    bits += Math.clz32(byte) - 24
    if (byte !== 0) break
  }
  return bits
}

/**
 * Whether the work was done: the way past the slider that needs no dragging (WCAG 2.5.7, 3.3.8; case S-016).
 * Pure; that a challenge is used once and in time is the caller's matter (S-014).
 */
export function isProofOfWork({ challenge, counter, difficultyBits }: ProofOfWork): boolean {
  if (!COUNTER.test(counter)) return false
  const digest = createHash('sha256').update(`${challenge}:${counter}`, 'utf8').digest()
  return countLeadingZeroBits(digest) >= difficultyBits
}

/** Finds the smallest counter that solves the challenge: the reference for the browser's solver, and the tests' own. */
export function solveProofOfWork({ challenge, difficultyBits }: Omit<ProofOfWork, 'counter'>): string {
  for (let tried = 0; ; tried += 1) {
    const counter = String(tried)
    if (isProofOfWork({ challenge, counter, difficultyBits })) return counter
  }
}
