import { createHash } from 'node:crypto'

/** The smallest counter for which SHA-256 of `challenge:counter` starts with `bits` zero bits. */
export function solveProofOfWork(challenge: string, bits: number): string {
  const limit = 2 ** (32 - bits)
  for (let counter = 0; ; counter += 1) {
    const digest = createHash('sha256').update(`${challenge}:${counter}`).digest()
    if (digest.readUInt32BE(0) < limit) return String(counter)
  }
}
