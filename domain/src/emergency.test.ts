import { expect, test } from 'vitest'
import { type EmergencyFacts, emergencyStateOf, refuseEmergencyApproval, refuseEmergencyAsk } from './emergency.ts'

const at = (time: string) => new Date(`2026-10-12T${time}+08:00`)
const SEALED = at('08:00:00.000')
const open = { askedAt: at('09:50:00.000'), openedAt: at('10:00:00.000'), closesAt: at('11:00:00.000'), closedAt: null }
const asked = { askedAt: at('10:00:00.000'), openedAt: null, closesAt: null, closedAt: null }

test.each<[string, string, Omit<EmergencyFacts, 'now'>, string]>([
  ['no account', '10:00:00.000', { sealedAt: null, last: null }, 'none'],
  ['never used', '10:00:00.000', { sealedAt: SEALED, last: null }, 'sealed'],
  ['asked for', '10:59:59.999', { sealedAt: SEALED, last: asked }, 'asked'],
  ['asked for an hour ago', '11:00:00.000', { sealedAt: SEALED, last: asked }, 'sealed'],
  ['taken back', '10:10:00.000', { sealedAt: SEALED, last: { ...asked, closedAt: at('10:05:00.000') } }, 'sealed'],
  ['open to the last instant', '10:59:59.999', { sealedAt: SEALED, last: open }, 'open'],
  ['shut at the sixtieth minute', '11:00:00.000', { sealedAt: SEALED, last: open }, 'used'],
  ['closed before', '10:30:00.000', { sealedAt: SEALED, last: { ...open, closedAt: at('10:20:00.000') } }, 'used'],
  ['sealed anew', '12:00:00.000', { sealedAt: at('11:30:00.000'), last: open }, 'sealed'],
])('S-042: an emergency account: %s', (_title, time, facts, state) => {
  expect(emergencyStateOf({ now: at(time), ...facts })).toBe(state)
})

test.each([
  ['none', ['emergency.none']],
  ['sealed', []],
  ['used', ['emergency.not-sealed']],
  ['asked', ['emergency.pending']],
  ['open', ['emergency.pending']],
] as const)('S-042: of one that is %s an opening is asked for with %j', (state, codes) => {
  expect(refuseEmergencyAsk(state).map(({ code }) => code)).toEqual(codes)
})

test('S-042: the second person is another one, in the other office', () => {
  const first = { personId: 'a', role: 'security' } as const
  const codes = (second: { readonly personId: string; readonly role: 'system' | 'security' }) =>
    refuseEmergencyApproval(first, second).map(({ code }) => code)
  expect(codes({ personId: 'a', role: 'system' })).toEqual(['emergency.same-person'])
  expect(codes({ personId: 'b', role: 'security' })).toEqual(['emergency.same-role'])
  expect(codes({ personId: 'b', role: 'system' })).toEqual([])
})
