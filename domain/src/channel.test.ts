import { expect, test } from 'vitest'
import { type ChannelDraft, type ChannelFacts, isReceiptOverdue, refusePost } from './channel.ts'

const DRAFT: ChannelDraft = { audience: 'below', toAgencyCode: null, receiptRequired: true, readBy: '2026-10-12' }
const FACTS: ChannelFacts = {
  today: '2026-10-12',
  reachable: new Set(['33001', '33075']),
  hasBelow: true,
  answeredAgencyCode: null,
}

test.each<[string, Partial<ChannelDraft>, Partial<ChannelFacts>, string[]]>([
  ['a notice to all below, to be read today', {}, {}, []],
  ['a letter to the superior', { audience: 'agency', toAgencyCode: '33001' }, {}, []],
  ['an answer to whoever wrote', { audience: 'agency', toAgencyCode: '00000' }, { answeredAgencyCode: '00000' }, []],
  ['a letter to nobody', { audience: 'agency' }, {}, ['channel.to-missing']],
  ['a letter aside', { audience: 'agency', toAgencyCode: '33076' }, {}, ['channel.to-unreachable']],
  ['one agency named beside all', { toAgencyCode: '33075' }, {}, ['channel.to-unneeded']],
  ['a county that has nobody below', { audience: 'direct' }, { hasBelow: false }, ['channel.nobody-below']],
  ['no day at all', { readBy: null, receiptRequired: false }, {}, []],
  [
    'a day that is over, without a receipt',
    { readBy: '2026-10-11', receiptRequired: false },
    {},
    ['channel.read-by-needs-receipt', 'channel.read-by-past'],
  ],
])('%s', (_sentence, draft, facts, codes) => {
  expect(refusePost({ ...DRAFT, ...draft }, { ...FACTS, ...facts }).map(({ code }) => code)).toEqual(codes)
})

test.each([
  ['on the last day', '2026-10-12', false, false],
  ['on the day after', '2026-10-13', false, true],
  ['once it is confirmed', '2026-10-13', true, false],
])('is late %s: %s', (_sentence, today, isConfirmed, late) => {
  expect(isReceiptOverdue({ readBy: '2026-10-12', isConfirmed }, today)).toBe(late)
})

test('is never late without a day', () => {
  expect(isReceiptOverdue({ readBy: null, isConfirmed: false }, '2099-01-01')).toBe(false)
})
