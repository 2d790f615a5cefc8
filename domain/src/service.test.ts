import { describe, expect, test } from 'vitest'
import { effectiveInstant, isRecoveryDue, refuseAnswer } from './service.ts'

const opened = new Date('2026-09-14T01:00:00.000Z')

describe('S-018 更换手机号码', () => {
  test('takes effect after seventy-two hours, not a millisecond before', () => {
    const effectiveAt = effectiveInstant(opened)
    expect(effectiveAt.toISOString()).toBe('2026-09-17T01:00:00.000Z')
    const waiting = { state: 'waiting' as const, effectiveAt }
    expect(isRecoveryDue(waiting, new Date(effectiveAt.getTime() - 1))).toBe(false)
    expect(isRecoveryDue(waiting, effectiveAt)).toBe(true)
    expect(isRecoveryDue({ state: 'objected', effectiveAt }, effectiveAt)).toBe(false)
    expect(isRecoveryDue({ state: 'waiting', effectiveAt: null }, effectiveAt)).toBe(false)
  })
})

describe('更正个人信息 (PRO-10)', () => {
  const request = { kind: 'data-correction', state: 'waiting', field: 'ethnic-group' } as const
  test.each([
    ['a new 民族', request, { outcome: 'done', ethnicGroup: '02' }, []],
    ['民族 without the new one', request, { outcome: 'done', ethnicGroup: null }, ['service.ethnic-group-needed']],
    ['a refusal without one', request, { outcome: 'declined', ethnicGroup: null }, []],
    ['another entry without one', { ...request, field: 'name' }, { outcome: 'done', ethnicGroup: null }, []],
    ['one that is closed', { ...request, state: 'done' }, { outcome: 'done', ethnicGroup: '02' }, ['service.closed']],
    [
      'a recovery',
      { ...request, kind: 'phone-recovery', field: null },
      { outcome: 'done', ethnicGroup: null },
      ['service.not-correction'],
    ],
  ] as const)('%s', (_sentence, given, answer, codes) => {
    expect(refuseAnswer(given, answer).map(({ code }) => code)).toEqual(codes)
  })
})
