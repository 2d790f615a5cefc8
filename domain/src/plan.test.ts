import { describe, expect, test } from 'vitest'
import { addDays } from './calendar-day.ts'
import { openDemoPlan, refusePlan } from './plan.ts'
import type { Plan, PlanParent } from './plan.ts'
import { shanghaiInstant } from './shanghai-time.ts'
import { windowState } from './window.ts'
import type { Window } from './window.ts'
import { parseCalendar } from './working-day.ts'

const noticeOf = (year: string, holidays: string[], workdays: string[]) => ({
  year,
  source: '国务院办公厅关于部分节假日安排的通知',
  holidays: holidays.map((day) => ({ day, name: '节假日' })),
  workdays,
})
const range = (month: string, from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => `${month}-${String(from + index).padStart(2, '0')}`)

/** The parts of the published notices that the plans below touch. */
const calendar = parseCalendar({
  coverage: { from: '2020', to: '2026' },
  years: [
    noticeOf('2020', range('2020-06', 25, 27), ['2020-06-28']),
    noticeOf(
      '2021',
      [...range('2021-04', 3, 5), ...range('2021-10', 1, 7)],
      ['2021-04-25', '2021-09-26', '2021-10-09'],
    ),
    noticeOf('2022', range('2022-04', 3, 5), ['2022-04-02']),
    noticeOf('2023', ['2023-04-05', ...range('2023-04', 29, 30)], ['2023-04-23']),
    noticeOf(
      '2024',
      [...range('2024-09', 15, 17), ...range('2024-10', 1, 7)],
      ['2024-09-14', '2024-09-29', '2024-10-12'],
    ),
    noticeOf('2025', range('2025-10', 1, 8), ['2025-09-28', '2025-10-11']),
    noticeOf('2026', [...range('2026-09', 25, 27), ...range('2026-10', 1, 7)], ['2026-09-20', '2026-10-10']),
  ],
})

const at = (text: string): Date => shanghaiInstant(text.slice(0, 10), text.slice(11))
const between = (opensAt: string, closesAt: string): Window => ({ opensAt: at(opensAt), closesAt: at(closesAt) })

const policy = {
  networkWorkingDays: 10,
  confirmWorkingDays: 5,
  decisionWorkingDays: 30,
  endsOnWorkingDay: true,
  startsOnWorkingDay: true,
  severity: 'block',
} as const
const wholeYear = (year: string): PlanParent => {
  const window = between(`${year}-01-01 00:00`, `${year}-12-31 24:00`)
  return { level: 'nation', network: [window], confirm: [window], closures: [] }
}
const nation2026 = wholeYear('2026')

const lawful: Plan = {
  network: between('2026-09-14 08:30', '2026-09-28 17:00'),
  confirm: between('2026-10-12 08:30', '2026-10-16 17:00'),
  decideBy: '2026-11-20',
}
const withNetwork = (opensAt: string, closesAt: string): Plan => ({ ...lawful, network: between(opensAt, closesAt) })
const withConfirm = (opensAt: string, closesAt: string): Plan => ({ ...lawful, confirm: between(opensAt, closesAt) })

describe('refusePlan', () => {
  test.each([
    ['a lawful plan', lawful, []],
    ['exactly ten working days with a make-up Sunday inside', withNetwork('2026-09-14 08:30', '2026-09-24 17:00'), []],
    ['nine working days', withNetwork('2026-09-15 08:30', '2026-09-24 17:00'), ['too-short']],
    ['an end on a Saturday', withNetwork('2026-09-14 08:30', '2026-10-17 17:00'), ['ends-on-day-off']],
    ['an end on a make-up Saturday', withNetwork('2026-09-14 08:30', '2026-10-10 17:00'), []],
    ['an end in the National Day week', withNetwork('2026-09-14 08:30', '2026-10-01 17:00'), ['ends-on-day-off']],
    ['an end at 24:00 of a working day', withNetwork('2026-09-14 08:30', '2026-09-30 24:00'), []],
    [
      'an end a millisecond into a holiday',
      withNetwork('2026-09-14 08:30', '2026-10-01 00:00:00.001'),
      ['ends-on-day-off'],
    ],
    ['a start on a Sunday', withNetwork('2026-09-13 08:30', '2026-09-28 17:00'), ['starts-on-day-off']],
    ['five days of 确认', withConfirm('2026-10-12 08:30', '2026-10-16 17:00'), []],
    ['four days of 确认', withConfirm('2026-10-13 08:30', '2026-10-16 17:00'), ['too-short']],
    [
      '确认 over before 网报 is, which real plans do',
      withConfirm('2026-09-15 08:30', '2026-09-21 17:00'),
      ['decision-too-late'],
    ],
    ['a window that shuts when it opens', withNetwork('2026-09-14 08:30', '2026-09-14 08:30'), ['empty-window']],
    ['a window that runs backwards', withConfirm('2026-10-16 17:00', '2026-10-12 08:30'), ['empty-window']],
    ['the thirtieth working day for conclusions', { ...lawful, decideBy: '2026-11-27' }, []],
    ['the thirty-first working day for conclusions', { ...lawful, decideBy: '2026-11-30' }, ['decision-too-late']],
    ['conclusions on the day 确认 ends', { ...lawful, decideBy: '2026-10-16' }, []],
    ['conclusions before 确认 ends', { ...lawful, decideBy: '2026-10-15' }, ['decision-before-confirm-ends']],
  ])('S-077 PLN-3 judges %s', (_sentence, plan, codes) => {
    expect(refusePlan(plan, nation2026, policy, calendar).map((finding) => finding.code)).toEqual(codes)
  })

  test.each([
    ['河南 2020 网报', '2020-06-08 00:00', '2020-06-30 24:00', 16],
    ['遵义 2021 网报', '2021-04-12 00:00', '2021-04-30 24:00', 16],
    ['安徽 2024 网报, from a make-up Saturday', '2024-09-14 00:00', '2024-09-25 17:00', 7],
    ['北京 2022 网报', '2022-03-25 07:00', '2022-04-01 16:00', 6],
    ['门头沟 2021 网报', '2021-09-27 00:00', '2021-10-12 16:00', 8],
    ['the first phase of 2023', '2023-04-12 08:30', '2023-04-21 17:30', 8],
  ])('PLN-3 counts the working days of a real plan: %s', (_sentence, opensAt, closesAt, workingDays) => {
    const network = between(opensAt, closesAt)
    const asked = { ...policy, networkWorkingDays: 100 }
    const findings = refusePlan({ ...lawful, network }, wholeYear(opensAt.slice(0, 4)), asked, calendar)
    expect(findings).toContainEqual({
      code: 'too-short',
      window: 'network',
      required: 100,
      found: workingDays,
      severity: 'block',
      provisional: false,
    })
    expect(findings.map((finding) => finding.code)).not.toContain('starts-on-day-off')
  })

  test('PLN-3 lets the policy turn day rules into warnings and switch the ends off', () => {
    const plan = withNetwork('2026-09-13 08:30', '2026-09-19 17:00')
    const soft = { ...policy, severity: 'warn', startsOnWorkingDay: false, endsOnWorkingDay: false } as const
    expect(refusePlan(plan, nation2026, soft, calendar)).toEqual([
      { code: 'too-short', window: 'network', required: 10, found: 5, severity: 'warn', provisional: false },
    ])
  })

  test('PLN-3 says which day is the latest for conclusions', () => {
    const late = { ...lawful, decideBy: '2026-12-01' }
    expect(refusePlan(late, nation2026, { ...policy, severity: 'warn' }, calendar)).toEqual([
      { code: 'decision-too-late', latest: '2026-11-27', required: 30, severity: 'warn', provisional: false },
    ])
  })

  test('PLN-3 marks findings beyond the published calendar as provisional', () => {
    const plan = { ...withNetwork('2027-03-01 08:30', '2027-03-05 17:00'), decideBy: lawful.decideBy }
    const parent = { ...nation2026, network: wholeYear('2027').network }
    expect(refusePlan(plan, parent, policy, calendar)).toMatchObject([
      { code: 'too-short', found: 5, provisional: true },
    ])
  })

  test('PLN-1 does not count days shut for maintenance from morning to midnight', () => {
    const parent = {
      ...nation2026,
      closures: [{ ...between('2026-09-15 00:00', '2026-09-16 24:00'), reason: '系统维护' }],
    }
    const plan = withNetwork('2026-09-14 08:30', '2026-09-24 17:00')
    expect(refusePlan(plan, parent, policy, calendar)).toMatchObject([{ code: 'too-short', found: 8 }])
    const halfDay = {
      ...parent,
      closures: [{ ...between('2026-09-15 12:00', '2026-09-16 12:00'), reason: '系统维护' }],
    }
    expect(refusePlan(plan, halfDay, policy, calendar)).toEqual([])
  })

  test.each([
    ['opens a millisecond before its parent', '2026-09-14 08:30:00.001', '2026-09-28 17:00', true],
    ['closes a millisecond after its parent', '2026-09-14 08:30', '2026-09-28 16:59:59.999', true],
    ['fills its parent', '2026-09-14 08:30', '2026-09-28 17:00', false],
  ])('PLN-4 judges a window that %s', (_sentence, opensAt, closesAt, isOutside) => {
    const parent = { ...nation2026, level: 'province' as const, network: [between(opensAt, closesAt)] }
    const expected = {
      code: 'outside-parent',
      window: 'network',
      level: 'province',
      severity: 'block',
      provisional: false,
    }
    expect(refusePlan(lawful, parent, { ...policy, severity: 'warn' }, calendar)).toEqual(isOutside ? [expected] : [])
  })

  test('PLN-4 does not let a window span two windows of the nation', () => {
    const halves = [between('2026-03-20 00:00', '2026-09-20 24:00'), between('2026-09-22 00:00', '2026-12-25 24:00')]
    expect(refusePlan(lawful, { ...nation2026, network: halves }, policy, calendar)).toMatchObject([
      { code: 'outside-parent', window: 'network' },
    ])
    const wide = [between('2026-03-20 00:00', '2026-07-24 24:00'), between('2026-09-11 00:00', '2026-12-25 24:00')]
    expect(refusePlan(lawful, { ...nation2026, network: wide }, policy, calendar)).toEqual([])
  })
})

describe('openDemoPlan', () => {
  test('PLN-3 is lawful and open from 0:00 to 23:59 on every day of 2024 to 2028', () => {
    for (let today = '2024-01-01'; today <= '2028-12-31'; today = addDays(today, 1)) {
      const plan = openDemoPlan(today, calendar)
      const parent: PlanParent = { level: 'province', network: [plan.network], confirm: [plan.confirm], closures: [] }
      const states = ['00:00', '23:59:59.999'].flatMap((time) =>
        [plan.network, plan.confirm].map((window) => windowState(window, shanghaiInstant(today, time))),
      )
      expect({ today, states, findings: refusePlan(plan, parent, policy, calendar) }).toEqual({
        today,
        states: ['open', 'open', 'open', 'open'],
        findings: [],
      })
    }
  })

  test('opened five working days before and gives the desk longer than the form', () => {
    expect(openDemoPlan('2026-10-12', calendar)).toEqual({
      network: between('2026-09-29 00:00', '2026-11-02 17:00'),
      confirm: between('2026-09-29 00:00', '2026-11-09 17:00'),
      decideBy: '2026-12-07',
    })
  })
})
