import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { sha256Words } from './sha-256.ts'
import { leadingZeroBits, solveProofOfWork } from './solve-proof-of-work.ts'

function hexOf(words: Int32Array): string {
  return Array.from(words, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
}

describe('SHA-256', () => {
  test('gives the digests of FIPS 180-4', () => {
    const encoder = new TextEncoder()
    expect(hexOf(sha256Words(encoder.encode('')))).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    )
    expect(hexOf(sha256Words(encoder.encode('abc')))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    )
  })

  test('agrees with the platform for every length around the block borders', () => {
    for (let length = 0; length <= 200; length += 1) {
      const message = new Uint8Array(length).map((_byte, index) => (index * 31 + length) % 256)
      expect(hexOf(sha256Words(message))).toBe(createHash('sha256').update(message).digest('hex'))
    }
  })
})

describe('proof of work (ACC-3, S-016)', () => {
  test('counts zero bits across words', () => {
    expect(leadingZeroBits(Int32Array.of(0, 0x00ff_ffff, 5))).toBe(40)
    expect(leadingZeroBits(Int32Array.of(-1, 0))).toBe(0)
  })

  test('finds the smallest counter whose hash starts with the asked zero bits', async () => {
    const counter = Number(await solveProofOfWork('b0a7c1d2', 12))
    const bitsOf = (value: number): number => {
      const digest = createHash('sha256').update(`b0a7c1d2:${value}`).digest('hex')
      return Math.clz32(Number.parseInt(digest.slice(0, 8), 16))
    }
    expect(bitsOf(counter)).toBeGreaterThanOrEqual(12)
    for (let smaller = 0; smaller < counter; smaller += 1) expect(bitsOf(smaller)).toBeLessThan(12)
  })

  test('stops when the person leaves', async () => {
    const leaving = new AbortController()
    const solving = solveProofOfWork('never', 200, { signal: leaving.signal, onProgress: () => leaving.abort() })
    await expect(solving).rejects.toMatchObject({ name: 'AbortError' })
  })
})
