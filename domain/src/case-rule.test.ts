import { describe, expect, test } from 'vitest'
import { ageOn } from './case-age.ts'
import { listCaseActions } from './case-action.ts'
import { refuseMedicalAtDesk } from './case-confirmation.ts'
import { listHints } from './case-hint.ts'
import { explainReasons, reasonsText, refuseReasons } from './case-reason.ts'
import { applyDegreeRule, applyPutonghuaRule } from './case-rule.ts'
import { listCaseTimeline } from './case-timeline.ts'
import { mayRequestVetting, refuseVetting, vettingStandingOf } from './case-vetting.ts'
import { agencyCodeOf, isFoundOnline, notFoundSentence } from './certificate.ts'
import { readableMinute } from './readable-time.ts'

const byType = <Value>(value: Value) => ({ 1: value, 2: value, 3: value, 4: value, 5: value, 6: value, 7: value })

describe('rules of the pinned policies', () => {
  const floor = {
    byType: byType('2B' as const),
    raises: [{ types: [2 as const], subjectName: '语文', grade: '2A' as const }],
    exemptFromAge: null,
  }
  const wanted = (subjectName: string) => ({ type: 2 as const, subjectName, basis: '教育部令第10号' })

  test.each([
    ['数学', '2B', false, true],
    ['数学', '3A', false, false],
    ['语文', '2B', false, false],
    ['语文', '2A', false, true],
    ['语文', null, false, null],
    ['语文', null, true, true],
  ] as const)('Putonghua for %s with %s, exempt %s: %s', (subject, grade, isExempt, holds) => {
    expect(applyPutonghuaRule(floor, wanted(subject), { grade, isExempt }).holds).toBe(holds)
  })

  const bounds = { normalMajor: 'secondary' as const, otherMajor: 'associate' as const, skillRequired: false }
  const same = { ...bounds, normalMajor: 'associate' as const }

  test.each([
    [bounds, 'bachelor', true],
    [bounds, 'secondary', null],
    [same, 'secondary', false],
    [same, 'associate', true],
    [same, null, null],
  ] as const)('学历 %#: between the two bounds only the desk can tell', (one, level, holds) => {
    expect(applyDegreeRule(byType(one), { type: 2, basis: '教师法第十一条' }, level).holds).toBe(holds)
  })

  test('counts whole years, the birthday itself included', () => {
    expect([ageOn('1976-10-12', '2026-10-12'), ageOn('1976-10-13', '2026-10-12')]).toEqual([50, 49])
  })

  test.each([
    ['qualified', '2026-04-15', []],
    ['qualified', '2026-04-14', ['confirmation.medical-old']],
    ['qualified', '2026-10-13', ['confirmation.medical-future']],
    ['unqualified', '2026-10-01', ['confirmation.medical-unqualified']],
  ] as const)('medical conclusion %s of %s', (conclusion, examinedOn, codes) => {
    const refusals = refuseMedicalAtDesk({ conclusion, examinedOn }, 180, '2026-10-12')
    expect(refusals.map(({ code }) => code)).toEqual(codes)
  })
})

describe('age of a check (S-071, S-155)', () => {
  const now = new Date('2026-10-12T02:00:00Z')
  const clear = (answeredAt: string | null) => ({
    state: 'clear' as const,
    answeredAt: answeredAt === null ? null : new Date(answeredAt),
  })

  test.each([
    ['nothing asked', undefined, 'not-requested'],
    ['a finding', { state: 'hit' as const, answeredAt: now }, 'hit'],
    ['the last good day', clear('2026-07-13T16:30:00Z'), 'clear'],
    ['the day after it, in Shanghai', clear('2026-07-13T15:30:00Z'), 'stale'],
    ['an answer without an instant', clear(null), 'requested'],
    ['an answer of the future', clear('2026-10-12T02:00:01Z'), 'requested'],
  ] as const)('%s', (_words, record, standing) => {
    expect(vettingStandingOf(record, 90, now)).toBe(standing)
  })

  test('may be asked for again unless it runs or is fresh', () => {
    const standings = ['not-requested', 'requested', 'clear', 'hit', 'error', 'stale'] as const
    expect(standings.filter(mayRequestVetting)).toEqual(['not-requested', 'hit', 'error', 'stale'])
    expect(refuseVetting('crime', 'clear', 90)).toEqual([])
  })
})

describe('reasons and words', () => {
  const catalogue = [
    {
      code: 'photo',
      sentence: '照片不符。',
      remedy: '请换照片。',
      stages: ['confirm' as const],
      basis: '教资字〔2020〕1号',
    },
  ]

  test.each([
    ['of the stage', [{ code: 'photo', note: null }], 'confirm', []],
    ['of another stage', [{ code: 'photo', note: null }], 'conclude', ['case.reason-unknown']],
    [
      'twice',
      [
        { code: 'photo', note: null },
        { code: 'photo', note: 'x' },
      ],
      'confirm',
      ['case.reason-repeated'],
    ],
  ] as const)('%s', (_words, chosen, stage, codes) => {
    expect(refuseReasons(chosen, catalogue, stage).map(({ code }) => code)).toEqual(codes)
  })

  test('are told in full, numbered, with note and remedy', () => {
    const chosen = [
      { code: 'photo', note: '有阴影。' },
      { code: 'gone', note: '旧原因。' },
      { code: 'gone-too', note: null },
      { code: 'photo', note: '' },
    ]
    expect(reasonsText(explainReasons(chosen, catalogue))).toBe(
      '1. 照片不符。（有阴影）请换照片。2. 旧原因。3. 其他原因。4. 照片不符。请换照片。',
    )
  })

  test('hints are short, each once, and none is a fault of a silent source', () => {
    const facts = { isWithdrawn: true, hasVettingHit: true, review: 'fail' as const }
    expect(listHints({ ...facts, unproven: ['putonghua:source-down', 'putonghua:waiting', 'x:y', ':', ''] })).toEqual([
      '已撤回',
      '核查结果需处理',
      '审核意见为不通过',
      '普通话证书待核验',
      '材料待核验',
    ])
    expect(
      listHints({ isWithdrawn: false, hasVettingHit: false, review: null, unproven: ['degree:mismatch'] }),
    ).toEqual(['学位不一致'])
  })

  test('a timeline ends where an open case stands, and with the last event of a closed one', () => {
    const event = { kind: 'confirmed' as const, at: new Date('2026-10-12T02:00:00Z'), who: '陈明', sentence: null }
    const stage = { dueOn: '2026-12-01', dueProvisional: false }
    expect(listCaseTimeline([event], { ...stage, stage: 'vetting' }).map(({ state }) => state)).toEqual(['done', 'now'])
    const provisional = listCaseTimeline([], { stage: 'vetting', dueOn: '2027-01-05', dueProvisional: true })
    expect(provisional[0]?.sentence).toContain('暂定')
    expect(listCaseTimeline([event], { ...stage, stage: 'closed' })).toHaveLength(1)
  })

  test('acts are offered by role, allowed or with the reasons why not', () => {
    const offered = listCaseActions('awaiting-approval', ['approve'], { approve: [{ code: 'decision.review-needed' }] })
    expect(offered.map(({ action, allowed }) => [action, allowed])).toEqual([
      ['return', true],
      ['approve', false],
      ['refuse', true],
      ['print-receipt', true],
      ['hold', true],
      ['resume', true],
      ['move', true],
      ['correct', false],
    ])
    expect(offered[1]?.why).toContain('还没有审核')
    expect(listCaseActions('recognised', ['approve'], {}).find(({ action }) => action === 'approve')?.why).toContain(
      '认定通过',
    )
  })

  test('an instant reads as a Shanghai clock shows it', () => {
    expect(readableMinute(new Date('2026-09-14T09:00:00Z'))).toBe('2026年9月14日 17:00')
  })
})

describe('numbers that are on no line (PUB-2)', () => {
  test.each([
    ['20073307520000001', false],
    ['20083307520000001', true],
    ['20114500120000001', false],
    ['20124500120000001', true],
  ])('%s: %s', (number, expected) => {
    expect(isFoundOnline(number)).toBe(expected)
  })

  test('name the agency to ask where it is known', () => {
    expect(agencyCodeOf('20073307520000001')).toBe('33075')
    expect(notFoundSentence('20073307520000001', '柯城区教育局')).toContain('发证机关柯城区教育局')
    expect(notFoundSentence('20073307520000001', null)).toContain('证书上的发证机关')
    expect(notFoundSentence('20263307520000001', '柯城区教育局')).not.toContain('柯城区教育局')
  })
})
