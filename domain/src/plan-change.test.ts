import { describe, expect, test } from 'vitest'
import { POINT, at, lawful, lawfulDraft, withConfirm, withNetwork } from '../test/plan-example.ts'
import { closingOf, extendPlan, refuseChange, refuseExtension } from './plan-change.ts'
import type { PlanDraft } from './plan.ts'

describe('refuseChange and extensions (PLN-5)', () => {
  const now = at('2026-09-20 12:00')
  const waiting = [{ pointId: POINT, pointName: '柯城确认点', count: 3 }]
  const codes = (after: PlanDraft, asked = { waiting, now }) =>
    refuseChange(lawfulDraft, after, asked).map(({ code }) => code.slice(5))

  test('a change that keeps everybody a time is allowed, also one that moves 确认 away', () => {
    expect(codes(lawfulDraft)).toEqual([])
    expect(codes(withConfirm('2026-10-19 08:30', '2026-10-23 17:00'))).toEqual([])
  })

  test('a dropped point strands those who wait there, and nobody where nobody waits', () => {
    expect(codes({ ...lawfulDraft, points: [] })).toEqual(['change-strands'])
    expect(codes({ ...lawfulDraft, points: [] }, { waiting: [], now })).toEqual([])
    expect(codes(withConfirm('2026-09-14 08:30', '2026-09-18 17:00'))).toEqual(['change-strands'])
  })

  test('a window that is open does not end earlier', () => {
    expect(codes(withNetwork('2026-09-14 08:30', '2026-09-28 16:59'))).toEqual(['change-shortens'])
    expect(codes(withNetwork('2026-09-14 08:30', '2026-09-29 17:00'))).toEqual([])
    const during = { waiting, now: at('2026-10-13 12:00') }
    expect(codes(withConfirm('2026-10-12 08:30', '2026-10-15 17:00'), during)).toEqual([
      'change-shortens',
      'change-shortens',
    ])
  })

  test('an extension moves the last end and the points that ended with it', () => {
    const order = { window: 'confirm', closesAt: at('2026-10-20 17:00') } as const
    expect(refuseExtension(lawfulDraft, order, at('2026-10-17 09:00'))).toEqual([])
    const after = extendPlan(lawfulDraft, order)
    expect([closingOf(after, 'confirm'), after.points[0]?.closesAt]).toEqual([order.closesAt, order.closesAt])
    const network = extendPlan(lawfulDraft, { window: 'network', closesAt: at('2026-09-29 17:00') })
    expect([closingOf(network, 'network'), closingOf(network, 'confirm')]).toEqual([
      at('2026-09-29 17:00'),
      lawful.confirm.closesAt,
    ])
  })

  test('an order that does not lengthen, or ends in the past, is refused', () => {
    const codeOf = (closesAt: string, when: string, plan = lawfulDraft) =>
      refuseExtension(plan, { window: 'network', closesAt: at(closesAt) }, at(when)).map(({ code }) => code)
    expect(codeOf('2026-09-28 17:00', '2026-09-20 12:00')).toEqual(['plan.extension-not-later'])
    expect(codeOf('2026-09-29 17:00', '2026-09-29 17:00')).toEqual(['plan.extension-past'])
    expect(codeOf('2026-09-29 17:00', '2026-09-20 12:00', { ...lawfulDraft, phases: [] })).toEqual([
      'plan.extension-not-later',
    ])
  })
})
