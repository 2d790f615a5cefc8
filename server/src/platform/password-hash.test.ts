import { describe, expect, test } from 'vitest'
import { createCrypto } from './crypto.ts'
import { Overloaded, createPasswordHasher } from './password-hash.ts'

const SECRET = 'a1'.repeat(32)
const crypto = createCrypto({ secret: SECRET })
const hasher = createPasswordHasher({ crypto, concurrency: 2 })

async function takenMs(task: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await task()
  return performance.now() - startedAt
}

function median(values: number[]): number {
  return values.sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN
}

test('the right password matches and another does not', async () => {
  const stored = await hasher.hash('杏坛 2026 春')
  expect(await hasher.verify('杏坛 2026 春', stored)).toBe(true)
  expect(await hasher.verify('杏坛 2026 秋', stored)).toBe(false)
})

test('the stored text names its costs and is never the same twice', async () => {
  const stored = await hasher.hash('same')
  expect(stored).toMatch(/^\$argon2id-hmacsm3\$v=19\$m=47104,t=1,p=1\$k=1\$[\w-]{22}\$[\w-]{43}$/)
  expect(stored).not.toBe(await hasher.hash('same'))
})

test('S-009: two passwords of 100 characters that differ only at the end are two passwords', async () => {
  const stored = await hasher.hash(`${'长'.repeat(99)}一`)
  expect(await hasher.verify(`${'长'.repeat(99)}二`, stored)).toBe(false)
})

test('S-010: a password set with full-width letters is the same in ordinary letters', async () => {
  const stored = await hasher.hash('Ａbcdefgh１')
  expect(await hasher.verify('Abcdefgh1', stored)).toBe(true)
})

test('the key outside the database is needed to verify', async () => {
  const stored = await hasher.hash('secret words')
  const other = createCrypto({ secret: 'b2'.repeat(32) })
  const thief = createPasswordHasher({ crypto: other, concurrency: 1 })
  expect(await thief.verify('secret words', stored)).toBe(false)
})

test('after a rotation the old password still matches and is marked for renewal', async () => {
  const stored = await hasher.hash('secret words')
  const rotated = createPasswordHasher({
    crypto: createCrypto({
      secret: 'b2'.repeat(32),
      keyId: 2,
      oldSecrets: [{ keyId: 1, secret: SECRET }],
    }),
    concurrency: 1,
  })
  expect(hasher.isStale(stored)).toBe(false)
  expect(hasher.isStale(stored.replace('m=47104', 'm=19456'))).toBe(true)
  expect(rotated.isStale(stored)).toBe(true)
  expect(await rotated.verify('secret words', stored)).toBe(true)
})

describe('S-002: an unknown account', () => {
  test('never matches', async () => {
    expect(await hasher.verify('anything', undefined)).toBe(false)
  })

  test('takes as long as a wrong password', async () => {
    const stored = await hasher.hash('right')
    const wrong: number[] = []
    const unknown: number[] = []
    // In turns, so that whatever else the machine does slows both alike.
    for (let sample = 0; sample < 9; sample += 1) {
      wrong.push(await takenMs(() => hasher.verify('wrong', stored)))
      unknown.push(await takenMs(() => hasher.verify('wrong', undefined)))
    }
    const ratio = median(unknown) / median(wrong)
    expect(ratio).toBeGreaterThan(0.5)
    expect(ratio).toBeLessThan(2)
  })
})

describe('S-172: a flood of sign-ins', () => {
  test('is turned away at once beyond the queue, and those in the queue are all served', async () => {
    const small = createPasswordHasher({ crypto, concurrency: 1, queueLimit: 2 })
    const results = await Promise.allSettled(Array.from({ length: 10 }, () => small.hash('flood')))
    const refused = results.filter((result) => result.status === 'rejected')
    expect(refused).toHaveLength(7)
    expect(refused.every(({ reason }) => reason instanceof Overloaded)).toBe(true)
  })

  test('leaves the queue open again afterwards, also after an error', async () => {
    const small = createPasswordHasher({ crypto, concurrency: 1, queueLimit: 0 })
    await expect(small.verify('x', 'not a hash')).rejects.toThrow(/unknown form/)
    const stored = await small.hash('next')
    expect(await small.verify('next', stored)).toBe(true)
  })
})
