import { expect, test } from 'vitest'
import { refuseAddressRule } from './address-rule.ts'

const rule = { network: '192.0.2.0/24', startsOn: '2026-10-12', endsOn: null }

test.each([
  ['takes a network without an end', rule, []],
  ['takes one address', { ...rule, network: '192.0.2.7' }, []],
  ['takes one address of IPv6', { ...rule, network: '2001:db8::7' }, []],
  ['takes a network of sixteen bits', { ...rule, network: '10.20.0.0/16' }, []],
  ['refuses a wider one', { ...rule, network: '10.0.0.0/15' }, ['staff.network-too-wide']],
  ['refuses the whole of IPv4', { ...rule, network: '0.0.0.0/0' }, ['staff.network-too-wide']],
  ['takes a network of IPv6 of 32 bits', { ...rule, network: '2001:db8::/32' }, []],
  ['refuses a wider one of IPv6', { ...rule, network: '2001::/31' }, ['staff.network-too-wide']],
  ['takes a rule of one day', { ...rule, endsOn: '2026-10-13' }, []],
  ['refuses an end on the first day', { ...rule, endsOn: '2026-10-12' }, ['staff.address-days-wrong']],
  [
    'names both defects at once',
    { network: '::/0', startsOn: '2026-10-12', endsOn: '2026-10-01' },
    ['staff.network-too-wide', 'staff.address-days-wrong'],
  ],
])('%s (S-037)', (_sentence, given, codes) => {
  expect(refuseAddressRule(given).map(({ code }) => code)).toEqual(codes)
})
