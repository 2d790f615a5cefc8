import { describe, expect, test } from 'vitest'
import { isNetworkAddress, refuseHandIn } from './agency-work-info.ts'

describe('网络 IP', () => {
  test.each([
    ['203.0.113.8', true],
    ['203.0.113.0/24', true],
    ['255.255.255.255/32', true],
    ['256.0.0.1', false],
    ['203.0.113', false],
    ['203.0.113.8/33', false],
    ['203.0.113.8/', false],
    ['203.0.113.8/8/8', false],
    ['2001:db8::1', true],
    ['2001:db8::/32', true],
    ['::1', true],
    ['1:2:3:4:5:6:7:8', true],
    ['1:2:3:4:5:6:7:8:9', false],
    ['1::2::3', false],
    ['1:2:3:4:5:6:7::8', false],
    ['2001:db8::12345', false],
    ['2001:db8::1/129', false],
    ['office.example', false],
    ['', false],
  ])('%s: %s', (text, isRight) => {
    expect(isNetworkAddress(text)).toBe(isRight)
  })
})

describe('采集表', () => {
  const content = {
    creditCode: '11320982741330162E',
    staff: [{ name: '俞伯安', mobile: '13800009996', officePhone: '0570-3012345' }],
    networkAddresses: ['203.0.113.8'],
    hasScan: true,
  }
  const codes = (given: typeof content) => refuseHandIn(given).map(({ code }) => code)

  test('that is whole may be handed in', () => {
    expect(codes(content)).toEqual([])
  })

  test('that is empty is told everything at once', () => {
    expect(codes({ creditCode: '', staff: [], networkAddresses: [], hasScan: false })).toEqual([
      'work-info.credit-code',
      'work-info.staff-missing',
      'work-info.address-missing',
      'work-info.scan-missing',
    ])
  })

  test('names the person and the address that are wrong', () => {
    const staff = [...content.staff, { name: '', mobile: '138', officePhone: '3012345' }]
    const refusals = refuseHandIn({ ...content, staff, networkAddresses: ['203.0.113.8', 'x'] })
    expect(refusals.map(({ code, values }) => [code, values?.['row']])).toEqual([
      ['work-info.staff-name', 2],
      ['work-info.staff-mobile', 2],
      ['work-info.staff-phone', 2],
      ['work-info.address', 2],
    ])
  })
})
