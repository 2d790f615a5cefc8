import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  POINT,
  between,
  codesOf,
  draftOf,
  everybody,
  facts,
  factsOf,
  lawful,
  lawfulDraft,
  minimums,
  withConfirm,
  withNetwork,
} from '../test/plan-example.ts'
import { addDays } from './calendar-day.ts'
import { compilePlan, findingKey, refuseHandIn } from './plan-compile.ts'
import type { PlanFacts, PointFacts } from './plan-finding.ts'
import type { PlanDraft } from './plan.ts'
import type { Window } from './window.ts'

const soften = (asked: PlanFacts): PlanFacts => ({
  ...asked,
  minimums: { ...asked.minimums, value: { ...minimums, severity: 'warn' } },
})

describe('compilePlan on windows', () => {
  test.each([
    ['a lawful plan', lawfulDraft, []],
    ['exactly ten working days with a make-up Sunday inside', withNetwork('2026-09-14 08:30', '2026-09-24 17:00'), []],
    ['nine working days', withNetwork('2026-09-15 08:30', '2026-09-24 17:00'), ['too-short']],
    [
      'an end on a Saturday',
      withNetwork('2026-09-14 08:30', '2026-10-17 17:00'),
      ['ends-on-day-off', 'confirm-ends-early'],
    ],
    ['an end on a make-up Saturday', withNetwork('2026-09-14 08:30', '2026-10-10 17:00'), []],
    ['an end in the National Day week', withNetwork('2026-09-14 08:30', '2026-10-01 17:00'), ['ends-on-day-off']],
    ['an end at 24:00 of a working day', withNetwork('2026-09-14 08:30', '2026-09-30 24:00'), []],
    [
      'an end a millisecond into a holiday',
      withNetwork('2026-09-14 08:30', '2026-10-01 00:00:00.001'),
      ['ends-on-day-off'],
    ],
    ['a start on a Sunday', withNetwork('2026-09-13 08:30', '2026-09-28 17:00'), ['starts-on-day-off']],
    ['four days of 确认', withConfirm('2026-10-13 08:30', '2026-10-16 17:00'), ['too-short']],
    [
      '确认 over before 网报 is, which real plans do',
      withConfirm('2026-09-15 08:30', '2026-09-21 17:00'),
      ['confirm-ends-early', 'decision-too-late'],
    ],
    [
      '确认 before 网报 opens',
      withConfirm('2026-09-11 08:30', '2026-09-28 17:00'),
      ['confirm-starts-early', 'decision-too-late'],
    ],
    ['a window that shuts when it opens', withNetwork('2026-09-14 08:30', '2026-09-14 08:30'), ['empty-window']],
    ['the thirtieth working day for conclusions', draftOf({ ...lawful, decideBy: '2026-11-27' }), []],
    [
      'the thirty-first working day for conclusions',
      draftOf({ ...lawful, decideBy: '2026-11-30' }),
      ['decision-too-late'],
    ],
    ['conclusions before 确认 ends', draftOf({ ...lawful, decideBy: '2026-10-15' }), ['decision-before-confirm-ends']],
    ['no last day for conclusions', { ...lawfulDraft, decideBy: null }, ['decision-missing']],
  ])('S-077 PLN-3 judges %s', (_sentence, draft, codes) => {
    expect(codesOf(draft)).toEqual(codes)
  })

  test('S-077 the same plans are warnings by switch, and a warning needs a justification', () => {
    const { findings } = compilePlan(withNetwork('2026-09-15 08:30', '2026-09-24 17:00'), soften(facts))
    expect(findings).toMatchObject([{ code: 'plan.too-short', severity: 'warn', values: { found: 9, required: 10 } }])
    expect(refuseHandIn(findings, new Map())).toMatchObject({ blocking: [], unexplained: [{ code: 'plan.too-short' }] })
    const explained = new Map(findings.map((finding) => [findingKey(finding), '省里统一安排。']))
    expect(refuseHandIn(findings, explained)).toEqual({ blocking: [], unexplained: [] })
    expect(refuseHandIn(findings, new Map(findings.map((one) => [findingKey(one), '  ']))).unexplained).toHaveLength(1)
    expect(
      refuseHandIn(compilePlan(withNetwork('2026-09-15 08:30', '2026-09-24 17:00'), facts).findings, explained)
        .blocking,
    ).toHaveLength(1)
  })

  test.each([
    ['河南 2020', '2020-06-08 00:00', '2020-06-30 24:00', 16, []],
    ['遵义 2021', '2021-04-12 00:00', '2021-04-30 24:00', 16, []],
    ['安徽 2024, from a make-up Saturday', '2024-09-14 00:00', '2024-09-25 17:00', 7, ['too-short']],
    ['北京 2022', '2022-03-25 07:00', '2022-04-01 16:00', 6, ['too-short']],
    ['门头沟 2021, closed in October', '2021-09-27 00:00', '2021-10-12 16:00', 8, ['too-short']],
    ['the first phase of 2023', '2023-04-12 08:30', '2023-04-21 17:30', 8, ['too-short']],
  ])('PLN-3 judges a real plan: %s', (_sentence, opensAt, closesAt, workingDays, codes) => {
    const closures = [{ ...between('2021-10-01 00:00', '2021-10-07 24:00'), reason: '系统维护' }]
    const draft = {
      ...lawfulDraft,
      phases: [{ ...between(opensAt, closesAt), ...everybody }],
      confirms: [],
      points: [],
    }
    const asked = { ...factsOf(opensAt.slice(0, 4)), closures }
    const { findings, summary } = compilePlan(draft, asked)
    expect(summary.networkDays).toBe(workingDays)
    expect(findings.filter(({ field }) => field.startsWith('phases')).map(({ code }) => code.slice(5))).toEqual(codes)
  })

  test('PLN-4 an order that lengthens the national window lets the Henan plan of 2020 run to 08-20 (domain §8.4)', () => {
    const draft = draftOf({
      network: between('2020-06-08 00:00', '2020-06-30 24:00'),
      confirm: between('2020-07-06 00:00', '2020-08-20 24:00'),
      decideBy: '2020-08-20',
    })
    const nation = (closesAt: string): PlanFacts => {
      const outer = [between('2020-03-20 00:00', closesAt)]
      return { ...factsOf('2020'), parent: { ...facts.parent, network: outer, confirm: outer } }
    }
    expect(codesOf(draft, nation('2020-07-24 24:00'))).toEqual(['outside-parent'])
    expect(codesOf(draft, nation('2020-08-20 24:00'))).toEqual([])
  })

  test('PLN-4 a window does not span two national windows, and keeps to the millisecond', () => {
    const halves = [between('2026-03-20 00:00', '2026-09-20 24:00'), between('2026-09-22 00:00', '2026-12-25 24:00')]
    expect(codesOf(lawfulDraft, { ...facts, parent: { ...facts.parent, network: halves } })).toEqual(['outside-parent'])
    const tight = [between('2026-09-14 08:30', '2026-09-28 16:59:59.999')]
    const exact = [between('2026-09-14 08:30', '2026-09-28 17:00')]
    expect(codesOf(lawfulDraft, { ...facts, parent: { ...facts.parent, network: tight } })).toEqual(['outside-parent'])
    expect(codesOf(lawfulDraft, { ...facts, parent: { ...facts.parent, network: exact } })).toEqual([])
  })

  test('PLN-3 确认 in several blocks counts each day once and judges every end', () => {
    const confirms = [between('2026-09-21 08:30', '2026-09-23 17:00'), between('2026-09-23 08:30', '2026-09-29 17:00')]
    const { findings, summary } = compilePlan({ ...lawfulDraft, confirms, points: [] }, facts)
    expect(summary.confirmDays).toBe(6)
    expect(findings.map(({ code }) => code)).toContain('plan.no-points')
    const offEnd = [between('2026-09-21 08:30', '2026-09-26 17:00'), between('2026-10-12 08:30', '2026-10-16 17:00')]
    expect(compilePlan({ ...lawfulDraft, confirms: offEnd }, facts).findings).toMatchObject([
      { code: 'plan.ends-on-day-off', field: 'confirms.0' },
    ])
  })

  test('PLN-1 days shut for maintenance from morning to midnight do not count', () => {
    const closures = [{ ...between('2026-09-15 00:00', '2026-09-16 24:00'), reason: '系统维护' }]
    const draft = withNetwork('2026-09-14 08:30', '2026-09-24 17:00')
    expect(codesOf(draft, { ...facts, closures })).toEqual(['too-short'])
    const halfDays = [{ ...between('2026-09-15 12:00', '2026-09-16 12:00'), reason: '系统维护' }]
    expect(codesOf(draft, { ...facts, closures: halfDays })).toEqual([])
  })
})

describe('compilePlan on deadlines, desks and duties', () => {
  test.each([
    ['an announcement after 网报 opens', { announceBy: '2026-09-15' }, ['announcement-late']],
    [
      'no announcement and no completion day',
      { announceBy: null, completeBy: null },
      ['announcement-missing', 'completion-missing'],
    ],
    ['completion before the conclusions', { completeBy: '2026-11-19' }, ['completion-before-decision']],
    ['fewer desks than people', { expectedCount: 601, hospitals: [{ name: '甲', perDay: 900 }] }, ['desk-capacity']],
    ['desks for exactly all people', { expectedCount: 600 }, []],
    ['fewer hospital places than people', { hospitals: [{ name: '甲', perDay: 1 }] }, ['hospital-capacity']],
    ['nobody expected and no hospital', { expectedCount: null }, ['expected-missing']],
    ['no hospital', { hospitals: [] }, ['hospital-missing']],
    [
      'no phases and no blocks',
      { phases: [], confirms: [], points: [], expectedCount: null },
      ['no-network-window', 'no-confirm-window', 'no-points', 'expected-missing'],
    ],
  ] as const)('PLN-3 PLN-4 finds %s', (_sentence, change, codes) => {
    expect(codesOf({ ...lawfulDraft, ...change })).toEqual(codes)
  })

  test.each<[string, Partial<PointFacts>, string[]]>([
    ['staff', { hasStaff: false }, ['point-without-staff']],
    ['hours', { hasHours: false }, ['point-without-hours']],
    ['existence', { isActive: false }, ['point-unknown']],
    ['training of its people', { untrained: ['常清越'] }, ['point-untrained']],
  ])('PLN-6 a point of the plan without %s blocks', (_sentence, change, codes) => {
    const points = new Map([
      [POINT, { name: '柯城确认点', isActive: true, hasStaff: true, hasHours: true, untrained: [], ...change }],
    ])
    expect(codesOf(lawfulDraft, { ...facts, points })).toEqual(codes)
  })

  test('PLN-2 the hospitals of the filed 实施方案 count instead of those of the plan', () => {
    const filedHospitals = [{ name: '演示医院', perDay: 1 }]
    expect(codesOf(lawfulDraft, { ...facts, filedHospitals })).toEqual(['hospital-capacity'])
    const roomy = [{ name: '演示医院', perDay: 500 }]
    expect(codesOf({ ...lawfulDraft, hospitals: [] }, { ...facts, filedHospitals: roomy })).toEqual([])
  })

  test('PLN-2 PLN-7 filings, training, rounds and the limits of the province', () => {
    const bare = { ...facts, noticeFiled: false, schemeFiled: false, trainingDone: false, roundsInYear: 3 }
    expect(compilePlan(lawfulDraft, bare).findings.map(({ code, severity }) => [code, severity])).toEqual([
      ['plan.scheme-missing', 'block'],
      ['plan.training-missing', 'warn'],
      ['plan.too-many-rounds', 'warn'],
    ])
    expect(codesOf(lawfulDraft, { ...bare, level: 'province', trainingDone: true, roundsInYear: 2 })).toEqual([
      'notice-missing',
    ])
    const parent = { ...facts.parent, announceBy: '2019-12-31', completeBy: '2026-12-20' }
    expect(codesOf(lawfulDraft, { ...facts, parent })).toEqual(['announcement-late', 'completion-late'])
  })
})

const registration: PlanDraft = {
  ...lawfulDraft,
  kind: 'registration',
  umbrella: between('2024-09-13 00:00', '2024-12-15 17:00'),
  phases: [{ ...between('2024-09-13 00:00', '2024-10-10 17:00'), ...everybody }],
  confirms: [],
  points: [],
  stages: [
    { stage: 'school', ...between('2024-09-20 00:00', '2024-10-18 17:00') },
    { stage: 'county', ...between('2024-10-08 00:00', '2024-11-08 17:00') },
    { stage: 'publicity', ...between('2024-11-11 00:00', '2024-11-17 24:00') },
    { stage: 'city', ...between('2024-11-18 00:00', '2024-12-15 17:00') },
    { stage: 'province', ...between('2024-12-16 00:00', '2024-12-27 17:00') },
  ],
}
const moved = (stage: string, opensAt: string, closesAt: string): PlanDraft => ({
  ...registration,
  stages: registration.stages.map((one) => (one.stage === stage ? { ...one, ...between(opensAt, closesAt) } : one)),
})

describe('compilePlan on registration (REG-2, domain §8.3)', () => {
  test.each([
    ['Anhui 2024, whose umbrella ends on a Sunday', registration, []],
    ['six days of publicity', moved('publicity', '2024-11-11 00:00', '2024-11-16 24:00'), ['publicity-too-short']],
    ['a city before its county', moved('city', '2024-10-01 00:00', '2024-12-15 17:00'), ['stage-order']],
    ['a city after the umbrella', moved('city', '2024-11-18 00:00', '2024-12-16 17:00'), ['stage-outside']],
    ['a stage that shuts when it opens', moved('school', '2024-09-20 00:00', '2024-09-20 00:00'), ['empty-window']],
    ['a missing stage', { ...registration, stages: registration.stages.slice(0, 4) }, ['stage-missing']],
    ['no umbrella', { ...registration, umbrella: null }, ['outside-parent', 'no-umbrella']],
    [
      'the first half-year',
      { ...registration, umbrella: between('2024-05-13 00:00', '2024-12-15 17:00') },
      ['registration-first-half'],
    ],
    [
      '网报 that ends on a Saturday',
      { ...registration, phases: [{ ...between('2024-09-13 00:00', '2024-10-19 17:00'), ...everybody }] },
      ['ends-on-day-off', 'stage-order'],
    ],
    ['no 网报', { ...registration, phases: [] }, ['no-network-window']],
  ])('judges %s', (_sentence, draft, codes) => {
    expect(codesOf(draft, factsOf('2024'))).toEqual(codes)
  })
})

describe('properties of the compiler', () => {
  const day = fc.integer({ min: 0, max: 300 }).map((count) => addDays('2026-01-01', count))
  const window = fc
    .tuple(day, fc.integer({ min: 1, max: 60 }))
    .map(([first, length]) => between(`${first} 00:00`, `${addDays(first, length)} 17:00`))
  const inside = (outer: Window): PlanFacts => ({
    ...facts,
    parent: { ...facts.parent, network: [outer], confirm: [outer] },
  })
  const leaves = (draft: PlanDraft, outer: Window) => codesOf(draft, inside(outer)).includes('outside-parent')
  const planOf = (one: Window) => draftOf({ network: one, confirm: one, decideBy: '2026-12-31' })

  test('PLN-4 nesting is transitive', () => {
    const margin = fc.integer({ min: -1, max: 6 })
    const around = (one: Window, before: number, after: number): Window => ({
      opensAt: new Date(one.opensAt.getTime() - before * 86_400_000),
      closesAt: new Date(one.closesAt.getTime() + after * 86_400_000),
    })
    const nesting = fc.check(
      fc.property(window, margin, margin, margin, margin, (agency, a, b, c, d) => {
        const province = around(agency, a, b)
        const nation = around(province, c, d)
        const isNested = !leaves(planOf(agency), province) && !leaves(planOf(province), nation)
        return !isNested || !leaves(planOf(agency), nation)
      }),
    )
    expect(nesting.counterexample).toBeNull()
  })

  test('PLN-3 moving an end later never makes a window too short', () => {
    const lengthening = fc.check(
      fc.property(window, fc.integer({ min: 0, max: 40 }), (network, days) => {
        const closesAt = new Date(network.closesAt.getTime() + days * 86_400_000)
        const isShort = (one: Window) => codesOf(draftOf({ ...lawful, network: one })).includes('too-short')
        return isShort(network) || !isShort({ ...network, closesAt })
      }),
    )
    expect(lengthening.counterexample).toBeNull()
  })

  test('PLN-3 findings are provisional exactly beyond the published calendar', () => {
    const short = (year: string) =>
      compilePlan(withNetwork(`${year}-03-02 08:30`, `${year}-03-05 17:00`), factsOf('2026'))
    expect(short('2027').findings.filter(({ field }) => field === 'phases')).toMatchObject([{ provisional: true }])
    expect(short('2027').summary.provisional).toBe(true)
    expect(short('2026').findings.filter(({ field }) => field === 'phases')).toMatchObject([{ provisional: false }])
  })
})
