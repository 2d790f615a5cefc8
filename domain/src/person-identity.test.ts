import { describe, expect, test } from 'vitest'
import { parsePersonDocument, personKey } from './person-identity.ts'

describe('personKey', () => {
  test.each([
    ['reads a resident number', 'resident-id', '330802199912249970', 'id:330802199912249970'],
    ['reads a fifteen-digit number as its upgrade', 'resident-id', '110101900307999', 'id:110101199003079999'],
    ['reads a residence permit', 'hmt-residence-permit', '81000019900101997x', 'id:81000019900101997X'],
    ['reads a nine-character HK permit', 'hk-macao-permit', 'H01234567', 'hm:H01234567'],
    ['drops the renewal count of an eleven-character permit', 'hk-macao-permit', 'H0123456701', 'hm:H01234567'],
    ['reads a Macao permit in small full-width letters', 'hk-macao-permit', 'ｍ0123 4567', 'hm:M01234567'],
    ['reads a five-year Taiwan permit', 'taiwan-permit', ' 01234567 ', 'tw:01234567'],
  ] as const)('ACC-1 %s', (_sentence, documentType, number, key) => {
    expect(personKey(documentType, number)).toBe(key)
  })

  test('case 4: a renewed HK permit (…00, then …01) stays the same person', () => {
    expect(personKey('hk-macao-permit', 'H0123456700')).toBe(personKey('hk-macao-permit', 'H0123456701'))
  })

  test('gives no key to a number that is not one', () => {
    expect(personKey('resident-id', '330802199912249971')).toBeUndefined()
  })
})

describe('parsePersonDocument', () => {
  test('tells birth date and sex where the number states them', () => {
    expect(parsePersonDocument('resident-id', '330802199912249970')).toMatchObject({
      stated: { birthDate: '1999-12-24', sex: 'male' },
    })
    expect(parsePersonDocument('taiwan-permit', '01234567')).toMatchObject({ stated: null })
  })

  test.each([
    ['a wrong check digit', 'resident-id', '330802199912249971', 'check-digit'],
    ['a residence permit typed as a resident card', 'resident-id', '830000197511119967', 'other-document-type'],
    [
      'a resident card typed as a residence permit',
      'hmt-residence-permit',
      '330802199912249970',
      'other-document-type',
    ],
    ['the permit of an HK resident who is not a citizen', 'hk-macao-permit', 'HA1234567', 'not-chinese-citizen'],
    ['the permit of a Macao resident who is not a citizen', 'hk-macao-permit', 'MA1234567', 'not-chinese-citizen'],
    ['ten characters of an HK permit', 'hk-macao-permit', 'H012345678', 'permit-format'],
    ['another letter', 'hk-macao-permit', 'T01234567', 'permit-format'],
    ['a one-off Taiwan permit', 'taiwan-permit', 'L1234567890', 'taiwan-permit-not-five-year'],
    ['an old Taiwan permit with a bracket', 'taiwan-permit', '0123456701(A)', 'taiwan-permit-not-five-year'],
    ['seven digits', 'taiwan-permit', '0123456', 'permit-format'],
  ] as const)('S-087 refuses %s', (_sentence, documentType, number, reason) => {
    expect(parsePersonDocument(documentType, number)).toEqual({ kind: 'bad', reason })
  })
})
