import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isSyntheticNumber, parseIdentityNumber } from './identity-number.ts'

describe('parseIdentityNumber', () => {
  test.each([
    ['110101199003079999', '1990-03-07', 'male'],
    ['330802199912249970', '1999-12-24', 'male'],
    ['81000019900101997X', '1990-01-01', 'male'],
    ['82000019851231998X', '1985-12-31', 'female'],
    ['830000197511119967', '1975-11-11', 'female'],
    ['654321199811199986', '1998-11-19', 'female'],
    ['653232200012129998', '2000-12-12', 'male'],
    ['345678197901239973', '1979-01-23', 'male'],
  ])('S-087 reads the vector %s', (number, birthDate, sex) => {
    expect(parseIdentityNumber(number)).toEqual({ kind: 'ok', normalised: number, birthDate, sex })
  })

  test.each([
    ['a small x', '81000019900101997x', '81000019900101997X'],
    ['spaces around and inside', '  330802 19991224\u30009970\t', '330802199912249970'],
    ['full-width digits', '３３０８０２１９９９１２２４９９７０', '330802199912249970'],
    ['a full-width X', '81000019900101997Ｘ', '81000019900101997X'],
    ['fifteen digits', '110101900307999', '110101199003079999'],
    ['29 February of a leap year', '330802960229999', '330802199602299999'],
  ])('S-087 accepts %s', (_sentence, typed, normalised) => {
    expect(parseIdentityNumber(typed)).toMatchObject({ kind: 'ok', normalised })
  })

  test('S-087 never rejects an area other than 000000', () => {
    const area = fc.integer({ min: 1, max: 999_999 }).map((code) => String(code).padStart(6, '0'))
    fc.assert(
      fc.property(area, (code) => {
        expect(parseIdentityNumber(`${code}900307999`).kind).toBe('ok')
      }),
    )
  })

  test.each([
    ['nothing', '', 'length'],
    ['seventeen digits', '33080219991224997', 'length'],
    ['nineteen digits', '3308021999122499700', 'length'],
    ['letters', '33080219991224997A', 'characters'],
    ['an X before the end', '3308021999122X9970', 'characters'],
    ['fourteen digits and an X', '11010190030799X', 'characters'],
    ['a Cyrillic Х', '81000019900101997\u0425', 'characters'],
    ['a zero-width space', '330802\u200b199912249970', 'characters'],
    ['a minus sign', '-30802199912249970', 'characters'],
    ['the area 000000', '000000199912249970', 'region'],
    ['31 February', '330802199902319970', 'birth-date'],
    ['29 February of a common year', '330802199902299970', 'birth-date'],
    ['month 13', '330802199913249970', 'birth-date'],
    ['month 00', '330802199900249970', 'birth-date'],
    ['day 00', '330802199912009970', 'birth-date'],
    ['the year 1899', '330802189912249970', 'birth-date'],
    ['a wrong check digit', '330802199912249971', 'check-digit'],
    ['an X where a digit belongs', '33080219991224997X', 'check-digit'],
  ])('S-087 refuses %s', (_sentence, typed, reason) => {
    expect(parseIdentityNumber(typed)).toEqual({ kind: 'bad', reason })
  })

  test('S-087 refuses every single flipped digit of a vector', () => {
    const vector = '330802199912249970'
    for (let index = 0; index < vector.length; index += 1) {
      for (const digit of '0123456789') {
        if (digit === vector.charAt(index)) continue
        expect(parseIdentityNumber(vector.slice(0, index) + digit + vector.slice(index + 1)).kind).toBe('bad')
      }
    }
  })

  test('upgrades a fifteen-digit number to one that reads back as itself', () => {
    const sequence = fc.constantFrom('996', '997', '998', '999')
    fc.assert(
      fc.property(sequence, (digits) => {
        const read = parseIdentityNumber(`330802991224${digits}`)
        expect(read.kind === 'ok' && parseIdentityNumber(read.normalised)).toEqual(read)
      }),
    )
  })
})

test.each([
  ['110101199003079999', true],
  ['330802199912249970', true],
  ['82000019851231998X', true],
  ['830000197511119967', true],
  ['330802199912249953', false],
  ['330802199912240019', false],
  ['110101900307999', false],
])('tells that %s being synthetic is %s', (number, isSynthetic) => {
  expect(isSyntheticNumber(number)).toBe(isSynthetic)
})
