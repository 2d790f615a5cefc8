import { sha256Words } from './sha-256.ts'

/** Long enough to be worth it, short enough that typing and reading stay smooth. */
const SLICE_MS = 12

export interface ProofOfWorkOptions {
  readonly signal?: AbortSignal
  /** Counters tried so far; the expected number is two to the power of the bits. */
  readonly onProgress?: (tried: number) => void
}

/** Number of zero bits before the first one bit of a hash. */
export function leadingZeroBits(words: Int32Array): number {
  let bits = 0
  for (const word of words) {
    const zeros = Math.clz32(word)
    bits += zeros
    if (zeros < 32) return bits
  }
  return bits
}

function pause(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0)
  })
}

/**
 * The smallest counter for which SHA-256(`challenge:counter`) starts with `bits` zero bits: the way to prove good will
 * without dragging anything (ACC-3, S-016). Works in slices beside the page; rejects with the signal's reason.
 */
export async function solveProofOfWork(
  challenge: string,
  bits: number,
  options: ProofOfWorkOptions = {},
): Promise<string> {
  const encoder = new TextEncoder()
  let counter = 0
  for (;;) {
    options.signal?.throwIfAborted()
    const sliceEndsAt = performance.now() + SLICE_MS
    do {
      const words = sha256Words(encoder.encode(`${challenge}:${counter}`))
      if (leadingZeroBits(words) >= bits) return String(counter)
      counter += 1
    } while (performance.now() < sliceEndsAt)
    options.onProgress?.(counter)
    await pause()
  }
}
