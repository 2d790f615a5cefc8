import { compilePlan } from '../src/plan-compile.ts'
import type { PlanFacts } from '../src/plan-finding.ts'
import type { Plan, PlanDraft } from '../src/plan.ts'
import { shanghaiInstant } from '../src/shanghai-time.ts'
import type { Window } from '../src/window.ts'
import { parseCalendar } from '../src/working-day.ts'

const noticeOf = (year: string, holidays: string[], workdays: string[]) => ({
  year,
  source: '国务院办公厅关于部分节假日安排的通知',
  holidays: holidays.map((day) => ({ day, name: '节假日' })),
  workdays,
})
const range = (month: string, from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => `${month}-${String(from + index).padStart(2, '0')}`)

/** The parts of the published notices that the plans below touch. */
export const calendar = parseCalendar({
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

export const at = (text: string): Date => shanghaiInstant(text.slice(0, 10), text.slice(11))
export const between = (opensAt: string, closesAt: string): Window => ({ opensAt: at(opensAt), closesAt: at(closesAt) })

export const minimums = {
  networkWorkingDays: 10,
  confirmWorkingDays: 5,
  decisionWorkingDays: 30,
  endsOnWorkingDay: true,
  startsOnWorkingDay: true,
  severity: 'block',
} as const
const rules = {
  roundsPerYear: 2,
  carriesOver: false,
  publicityDays: 7,
  severity: {
    filing: 'block',
    training: 'warn',
    capacity: 'warn',
    point: 'block',
    deadline: 'warn',
    confirmOrder: 'warn',
    rounds: 'warn',
  },
} as const
export const POINT = '11111111-1111-4111-8111-111111111111'

export const factsOf = (year: string): PlanFacts => {
  const window = between(`${year}-01-01 00:00`, `${Number(year) + 1}-12-31 24:00`)
  return {
    level: 'agency',
    parent: { level: 'nation', network: [window], confirm: [window], announceBy: null, completeBy: null },
    closures: [],
    calendar,
    minimums: { value: minimums, source: '教资字〔2020〕1号' },
    rules: { value: rules, source: '依据待核' },
    roundsInYear: 1,
    points: new Map([[POINT, { name: '柯城确认点', isActive: true, hasStaff: true, hasHours: true, untrained: [] }]]),
    noticeFiled: true,
    schemeFiled: true,
    filedHospitals: [],
    trainingDone: true,
  }
}
export const facts = factsOf('2026')

export const everybody = { routes: [], personKinds: [] }
export const draftOf = ({ network, confirm, decideBy }: Plan): PlanDraft => ({
  kind: 'recognition',
  phases: [{ ...network, ...everybody }],
  confirms: [confirm],
  umbrella: null,
  stages: [],
  decideBy,
  announceBy: '2020-01-01',
  completeBy: '2099-12-31',
  expectedCount: 100,
  points: [{ ...confirm, pointId: POINT, deskCount: 4, perDesk: 30 }],
  hospitals: [{ name: '演示医院', perDay: 100 }],
})
export const codesOf = (draft: PlanDraft, asked: PlanFacts = facts) =>
  compilePlan(draft, asked).findings.map(({ code }) => code.slice('plan.'.length))

export const lawful: Plan = {
  network: between('2026-09-14 08:30', '2026-09-28 17:00'),
  confirm: between('2026-10-12 08:30', '2026-10-16 17:00'),
  decideBy: '2026-11-20',
}
export const lawfulDraft = draftOf(lawful)
export const withNetwork = (opensAt: string, closesAt: string) =>
  draftOf({ ...lawful, network: between(opensAt, closesAt) })
export const withConfirm = (opensAt: string, closesAt: string) =>
  draftOf({ ...lawful, confirm: between(opensAt, closesAt) })
