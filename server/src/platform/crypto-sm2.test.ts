import { expect, test } from 'vitest'
import { createSm2KeyPair, sm2Sign, sm2Verify } from './crypto-sm2.ts'

// Made with: openssl pkeyutl -sign -rawin -digest sm3 -pkeyopt distid:1234567812345678 (a throw-away key; OpenSSL 3.0.19).
const OPENSSL = {
  message: '杏坛 known answer',
  publicKey:
    '04e1371a49726b274fac7db5e55adc3f51d549f987f9220b04b644253128cdae3a78b4ef3b88ac66a44fa5e4927b4760ef3e5f34a7c6fee49acfe171c950f462a4',
  signature: Buffer.from(
    '3045022100db31250845d477aaf92af0e059c872eeaf2e54fd32763929b8df56c4d34f46cd02206dd45b3d057caaa59a79eb67bafb6b5674dedab4fe2b4a4fd47ffdd1aa35f9e3',
    'hex',
  ),
}

test('accepts a signature OpenSSL made with the standard user id', () => {
  expect(sm2Verify(OPENSSL.message, OPENSSL.signature, OPENSSL.publicKey)).toBe(true)
})

test('refuses the same signature over other words', () => {
  expect(sm2Verify(`${OPENSSL.message}。`, OPENSSL.signature, OPENSSL.publicKey)).toBe(false)
})

test('verifies its own signatures, and only with the right key', () => {
  const keys = createSm2KeyPair()
  const signature = sm2Sign('认定结论', keys)
  expect(sm2Verify('认定结论', signature, keys.publicKey)).toBe(true)
  expect(sm2Verify('认定结论', signature, createSm2KeyPair().publicKey)).toBe(false)
})

test.each([
  ['an empty signature', Buffer.alloc(0), OPENSSL.publicKey],
  ['a signature that is not DER', Buffer.alloc(64, 7), OPENSSL.publicKey],
  ['a cut signature', OPENSSL.signature.subarray(0, 40), OPENSSL.publicKey],
  ['a key that is not on the curve', OPENSSL.signature, `04${'11'.repeat(64)}`],
  ['a key of another form', OPENSSL.signature, 'not a key'],
])('answers no to %s instead of failing', (_sentence, signature, publicKey) => {
  expect(sm2Verify(OPENSSL.message, signature, publicKey)).toBe(false)
})
