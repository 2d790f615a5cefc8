import { createCipheriv } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { SealBroken } from './crypto-column.ts'
import { createCrypto } from './crypto.ts'

const SECRET = 'a1'.repeat(32)
const NEXT_SECRET = 'b2'.repeat(32)
// Synthetic number: sequence digits 999 belong to no living person.
const DOCUMENT_NUMBER = '110101199003079999'

const crypto = createCrypto({ secret: SECRET })
const rotated = createCrypto({
  secret: NEXT_SECRET,
  keyId: 2,
  oldSecrets: [{ keyId: 1, secret: SECRET }],
})

describe('published vectors', () => {
  test('SM3 of "abc" is the value of GB/T 32905 appendix A', () => {
    expect(crypto.sm3('abc').toString('hex')).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0')
  })

  test('SM4 of the standard block is the value of GB/T 32907 appendix A', () => {
    const block = Buffer.from('0123456789abcdeffedcba9876543210', 'hex')
    const cipher = createCipheriv('sm4-ecb', block, null).setAutoPadding(false)
    expect(cipher.update(block).toString('hex')).toBe('681edf34d206965e86b3e94f536e4246')
  })

  test('keys are derived with HKDF over SM3 and stay the same from release to release', () => {
    expect(crypto.blindIndex('document', DOCUMENT_NUMBER).toString('hex')).toBe(
      '633a04b91c7914d39fc625e6584cb85c673288b9c5a202ba3f73139128347111',
    )
  })
})

describe('sealed columns (S-133)', () => {
  test.each(['', DOCUMENT_NUMBER, '𠅤𫖯䶮㛃', 'x'.repeat(10_000)])('open again: %#', (plain) => {
    expect(crypto.openColumn(crypto.sealColumn(plain))).toBe(plain)
  })

  test('show nothing of the value and never repeat', () => {
    const sealed = crypto.sealColumn(DOCUMENT_NUMBER)
    expect(sealed.includes(DOCUMENT_NUMBER)).toBe(false)
    expect(sealed.equals(crypto.sealColumn(DOCUMENT_NUMBER))).toBe(false)
  })

  test('stay shut when any single bit is changed', () => {
    const sealed = crypto.sealColumn(DOCUMENT_NUMBER)
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const changed = Buffer.from(sealed)
      const index = Math.floor(bit / 8)
      changed.writeUInt8(changed.readUInt8(index) ^ (1 << (bit % 8)), index)
      expect(() => crypto.openColumn(changed)).toThrow(SealBroken)
    }
  })

  test('stay shut when cut, empty or moved to another column', () => {
    const sealed = crypto.sealColumn(DOCUMENT_NUMBER, 'accounts.document_number')
    expect(crypto.openColumn(sealed, 'accounts.document_number')).toBe(DOCUMENT_NUMBER)
    expect(() => crypto.openColumn(sealed, 'accounts.phone')).toThrow(SealBroken)
    expect(() => crypto.openColumn(sealed, 'accounts.passport_number')).toThrow(SealBroken)
    expect(() => crypto.openColumn(sealed.subarray(0, -1), 'accounts.document_number')).toThrow(SealBroken)
    expect(() => crypto.openColumn(Buffer.alloc(0))).toThrow(SealBroken)
  })

  test('fail closed under an unknown key id', () => {
    const sealed = rotated.sealColumn(DOCUMENT_NUMBER)
    expect(() => crypto.openColumn(sealed)).toThrow(/key 2, which is not known/)
  })

  test('remain readable after a rotation, which uses the new key from then on', () => {
    const old = crypto.sealColumn(DOCUMENT_NUMBER)
    expect(rotated.openColumn(old)).toBe(DOCUMENT_NUMBER)
    expect(rotated.isSealedWithOldKey(old)).toBe(true)
    expect(rotated.isSealedWithOldKey(rotated.sealColumn(DOCUMENT_NUMBER))).toBe(false)
  })
})

describe('blind indexes (S-133)', () => {
  test('are equal for equal values and differ by purpose and by secret', () => {
    const index = crypto.blindIndex('document', DOCUMENT_NUMBER)
    expect(index.equals(crypto.blindIndex('document', DOCUMENT_NUMBER))).toBe(true)
    expect(index.equals(crypto.blindIndex('phone', DOCUMENT_NUMBER))).toBe(false)
    expect(index.equals(rotated.blindIndex('document', DOCUMENT_NUMBER))).toBe(false)
  })

  test('find rows of both keys while a rotation runs', () => {
    const [newest, oldest] = rotated.blindIndexes('document', DOCUMENT_NUMBER)
    expect(newest).toEqual(rotated.blindIndex('document', DOCUMENT_NUMBER))
    expect(oldest).toEqual(crypto.blindIndex('document', DOCUMENT_NUMBER))
  })
})

describe('tokens and keys', () => {
  test('tokens carry 256 bits, never repeat and are stored only as their hash', () => {
    const token = crypto.randomToken()
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    expect(token).not.toBe(crypto.randomToken())
    expect(crypto.hashToken(token).toString('utf8')).not.toContain(token)
    expect(crypto.isEqual(crypto.hashToken(token), rotated.hashToken(token))).toBe(true)
    expect(() => crypto.randomToken(15)).toThrow(/128 bits/)
  })

  test('comparison is false for different bytes and for different lengths', () => {
    expect(crypto.isEqual(Buffer.from('ab'), Buffer.from('ab'))).toBe(true)
    expect(crypto.isEqual(Buffer.from('ab'), Buffer.from('ac'))).toBe(false)
    expect(crypto.isEqual(Buffer.from('ab'), Buffer.from('abc'))).toBe(false)
  })

  test('a message code of an unknown key is an error, not a silent new key', () => {
    expect(() => crypto.mac('cookie', 'value', 9)).toThrow(/Key id 9/)
  })

  test.each([
    ['a short secret', { secret: 'a1' }],
    ['a secret of other letters', { secret: 'zz'.repeat(32) }],
    ['key id 0', { secret: SECRET, keyId: 0 }],
    ['the same key id twice', { secret: SECRET, oldSecrets: [{ keyId: 1, secret: NEXT_SECRET }] }],
  ])('refuses to start with %s', (_sentence, options) => {
    expect(() => createCrypto(options)).toThrow(Error)
  })
})
