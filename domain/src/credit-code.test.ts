import { describe, expect, test } from 'vitest'
import { isCreditCode } from './credit-code.ts'

describe('统一社会信用代码 (GB 32100, domain §16.4)', () => {
  test.each(['114306020063624756', '11320982741330162E'])('%s has both checks right', (code) => {
    expect(isCreditCode(code)).toBe(true)
  })

  test('refuses a code with any one character changed', () => {
    const code = '11320982741330162E'
    for (let at = 0; at < code.length; at += 1) {
      const other = code.charAt(at) === '1' ? '2' : '1'
      expect(isCreditCode(code.slice(0, at) + other + code.slice(at + 1))).toBe(false)
    }
  })

  test.each([
    ['too short', '1143060200636247'],
    ['a letter that is not in the alphabet', '1143060200636247I6'],
    ['small letters', '11320982741330162e'],
    ['nothing', ''],
  ])('refuses %s', (_what, code) => {
    expect(isCreditCode(code)).toBe(false)
  })

  test('refuses a right last character over a wrong organisation code', () => {
    // The organisation code inside begins another unit; the outer check was computed anew over it.
    const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
    const outer = alphabet.split('').map((last) => `11430602006362476${last}`)
    expect(outer.some((code) => isCreditCode(code))).toBe(false)
  })

  test('knows the organisation checks X and 0', () => {
    const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
    const find = (check: string) =>
      Array.from({ length: 3000 }, (_none, index) => `11330802${String(index).padStart(8, '0')}${check}`).some(
        (start) => alphabet.split('').some((last) => isCreditCode(start + last)),
      )
    expect(find('X')).toBe(true)
    expect(find('0')).toBe(true)
  })
})
