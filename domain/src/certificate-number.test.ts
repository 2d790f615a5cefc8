import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { composeCertificateNumber, parseCertificateNumber } from './certificate-number.ts'
import type { CertificateNumberParts } from './certificate-number.ts'

const KECHENG: CertificateNumberParts = {
  year: 2026,
  provinceCode2: '33',
  agencyCode3: '081',
  type: 2,
  sex: 'female',
  serial: 17,
}
const PROVINCES = '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 66'

const anyParts = fc.record<CertificateNumberParts>({
  year: fc.integer({ min: 2009, max: 2099 }),
  provinceCode2: fc.constantFrom(...PROVINCES.split(' ')),
  agencyCode3: fc.integer({ min: 0, max: 999 }).map((code) => String(code).padStart(3, '0')),
  type: fc.constantFrom(1, 2, 3, 4, 5, 6, 7),
  sex: fc.constantFrom('male', 'female'),
  serial: fc.integer({ min: 1, max: 999_999 }),
})

describe('composeCertificateNumber', () => {
  test('writes year, province, agency, type, sex and serial in this order', () => {
    expect(composeCertificateNumber(KECHENG)).toEqual({ kind: 'ok', number: '20263308122000017' })
    expect(composeCertificateNumber({ ...KECHENG, sex: 'male' })).toEqual({ kind: 'ok', number: '20263308121000017' })
  })

  test('S-068 reads back every number it writes', () => {
    fc.assert(
      fc.property(anyParts, (parts) => {
        const composed = composeCertificateNumber(parts)
        expect(composed.kind === 'ok' && composed.number).toMatch(/^\d{17}$/)
        expect(composed.kind === 'ok' && parseCertificateNumber(composed.number, 2099)).toEqual({
          kind: 'ok',
          ...parts,
        })
      }),
    )
  })

  test.each([
    ['the first serial', { serial: 1 }, undefined],
    ['the last serial', { serial: 999_999 }, undefined],
    ['the serial after the last: an error, never a wrap', { serial: 1_000_000 }, 'serial-exhausted'],
    ['serial 0', { serial: 0 }, 'serial'],
    ['a negative serial', { serial: -1 }, 'serial'],
    ['half a serial', { serial: 1.5 }, 'serial'],
    ['a year before the present scheme', { year: 2008 }, 'year'],
    ['a year of the next century', { year: 2100 }, 'year'],
    ['half a year', { year: 2026.5 }, 'year'],
    ['a province that does not exist', { provinceCode2: '38' }, 'province'],
    ['a province with a county behind it', { provinceCode2: '3308' }, 'province'],
    ['an agency code of two digits', { agencyCode3: '81' }, 'agency'],
  ])('S-068 judges %s', (_sentence, change, reason) => {
    const composed = composeCertificateNumber({ ...KECHENG, ...change })
    expect(composed.kind === 'bad' ? composed.reason : undefined).toBe(reason)
  })
})

describe('parseCertificateNumber', () => {
  test('reads a number typed with spaces and full-width digits', () => {
    expect(parseCertificateNumber(' 2026 3308１ 22000017 ', 2026)).toEqual({ kind: 'ok', ...KECHENG })
  })

  test.each(['0', '1', '2'])('never tells the sex from digit %s before 2009', (digit) => {
    expect(parseCertificateNumber(`2008330812${digit}000017`, 2026)).toMatchObject({
      kind: 'ok',
      year: 2008,
      sex: null,
    })
  })

  test('reads a certificate of the last century', () => {
    expect(parseCertificateNumber('19993308121000017', 2026)).toMatchObject({ kind: 'ok', year: 1999, sex: null })
  })

  test.each([
    ['a short number', '2026330812200001', 'format'],
    ['a long number', '202633081220000170', 'format'],
    ['letters', '2026330812A000017', 'format'],
    ['type 0', '20263308102000017', 'format'],
    ['type 8', '20263308182000017', 'format'],
    ['sex 3', '20263308123000017', 'format'],
    ['province 38', '20263808122000017', 'format'],
    ['the year 1899', '18993308122000017', 'format'],
    ['a year to come', '20273308122000017', 'year'],
    ['sex 0 in 2009', '20093308120000017', 'sex'],
    ['serial 000000', '20263308122000000', 'serial'],
  ])('S-068 refuses %s', (_sentence, number, reason) => {
    expect(parseCertificateNumber(number, 2026)).toEqual({ kind: 'bad', reason })
  })
})
