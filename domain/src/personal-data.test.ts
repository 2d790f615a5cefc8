import { describe, expect, test } from 'vitest'
import { findPersonalData } from './personal-data.ts'

const kindsOf = (text: string) => findPersonalData(text).map(({ kind }) => kind)

describe('findPersonalData (S-120)', () => {
  test.each([
    ['an eighteen-digit number in a sentence', '张三，330802199912249970，通过', ['identity-number']],
    ['a number ending in x', '33080219910118996x', ['identity-number']],
    ['a number whose check digit is wrong', '330802199912249971', ['identity-number']],
    ['the old number of fifteen digits', '证号330802751224997。', ['identity-number']],
    ['full-width digits', '３３０８０２１９９９１２２４９９７０', ['identity-number']],
    ['digits with spaces', '330802 19991224 9970', ['identity-number']],
    ['digits with hyphens', '330802-19991224-9970', ['identity-number']],
    ['an invisible character in between', '3308021999\u200B12249970', ['identity-number']],
    ['a number a spreadsheet has rounded', '3.30802199912249E+17', ['identity-number']],
    ['a number right after a serial number', '1 330802199912249970', ['identity-number']],
    ['a mobile', '联系 13900000000', ['mobile']],
    ['a mobile with country code and spaces', '+86 139 0000 0000', ['mobile']],
    ['a mail address', '发至 zhang.san@example.cn。', ['mail']],
    ['a bank card', '卡号 6222 0212 3456 7894', ['bank-card']],
    ['a bank card in one piece', '6222021234567894', ['bank-card']],
    ['two kinds, each once', '13900000000、13900000000、a@b.cn', ['mobile', 'mail']],
  ])('finds %s', (_name, text, kinds) => {
    expect(kindsOf(text)).toEqual(kinds)
  })

  test.each([
    ['a masked number', '330802********9970'],
    ['a masked mobile', '139****0000'],
    ['a 报名号', '48213 90577 16239'],
    ['a certificate number of seventeen digits', '20263308242000017'],
    ['a certificate number of fifteen digits', '332022001123456'],
    ['a credit code', '11330800MB1234567X'],
    ['eighteen digits without a date', '330802199913399970'],
    ['eighteen digits of no place', '990802199912249970'],
    ['a land line and a 400 number', '0570-3012345、400-123-4567'],
    ['a card number with a wrong check digit', '6222021234567895'],
    ['dates and times', '2026年9月14日 17:00 至 2026-09-20 09:30'],
    ['a longer number that holds a mobile', '9139000000001'],
    ['nothing', ''],
  ])('leaves %s alone', (_name, text) => {
    expect(kindsOf(text)).toEqual([])
  })

  test('answers nothing that could be published again', () => {
    expect(findPersonalData('330802199912249970 13900000000 zhang@example.cn')).toEqual([
      { kind: 'identity-number', masked: '330802********9970' },
      { kind: 'mobile', masked: '139****0000' },
      { kind: 'mail', masked: 'z***@example.cn' },
    ])
  })

  test('lets an office name its own phone and mailbox', () => {
    const allowed = ['Jszg@example.gov.cn', '13900000000']
    expect(findPersonalData('jszg@example.gov.cn 13900000000 13900000001', allowed)).toEqual([
      { kind: 'mobile', masked: '139****0001' },
    ])
  })
})
