import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  composeRegistrationNumber,
  formatRegistrationNumber,
  isRegistrationNumber,
  normaliseRegistrationNumber,
} from './registration-number.ts'

const fourteenDigits = fc.stringMatching(/^\d{14}$/)

test.each([
  // Check digits computed with an independent implementation of ISO 7064 MOD 11,10.
  ['12345678901234', '123456789012345'],
  ['00000000000000', '000000000000005'],
  ['98765432109876', '987654321098769'],
])('APP-7 composes %s to %s', (digits, number) => {
  expect(composeRegistrationNumber(digits)).toBe(number)
})

test('APP-7 recognises every number it composes', () => {
  fc.assert(
    fc.property(fourteenDigits, (digits) => {
      expect(isRegistrationNumber(composeRegistrationNumber(digits))).toBe(true)
    }),
  )
})

test('APP-7 finds every single wrong digit', () => {
  const wrong = fc.tuple(fourteenDigits, fc.nat(14), fc.integer({ min: 1, max: 9 }))
  fc.assert(
    fc.property(wrong, ([digits, at, shift]) => {
      const number = composeRegistrationNumber(digits)
      const changed = (Number(number.charAt(at)) + shift) % 10
      expect(isRegistrationNumber(number.slice(0, at) + String(changed) + number.slice(at + 1))).toBe(false)
    }),
  )
})

test.each(['1234567890123', '123456789012345', '1234567890123a', ''])('refuses to compose from %s', (digits) => {
  expect(() => composeRegistrationNumber(digits)).toThrow(RangeError)
})

test.each(['12345678901234', '1234567890123456', '12345678901234X', ' 123456789012345', '123456789012344', ''])(
  'does not take %s for a registration number',
  (text) => {
    expect(isRegistrationNumber(text)).toBe(false)
  },
)

test('shows three groups of five and reads them back', () => {
  expect(formatRegistrationNumber('123456789012345')).toBe('12345 67890 12345')
  expect(normaliseRegistrationNumber(' 12345 ６7890-12345 ')).toBe('123456789012345')
})
