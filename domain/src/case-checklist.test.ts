import { describe, expect, test } from 'vitest'
import {
  type ChecklistFacts,
  type CheckedRecord,
  type Judgement,
  buildChecklist,
  listUnproven,
  provenFacts,
  refuseJudgements,
} from './case-checklist.ts'

const material = (code: string, more: object = {}) => ({
  code,
  name: code,
  form: 'paper' as const,
  neededFor: 'everyone' as const,
  unnecessaryWhen: null,
  note: '请带原件。',
  ...more,
})

const record = (state: CheckedRecord['state'], fact: CheckedRecord['fact'] = 'putonghua-verified'): CheckedRecord => ({
  fact,
  state,
  found: '二级乙等。',
  source: '国家普通话水平测试',
  checkedAt: new Date('2026-10-12T02:00:00Z'),
})

const facts: ChecklistFacts = {
  areaBasis: 'hukou',
  isStudent: false,
  route: 'national-exam',
  qualificationType: 2,
  materials: [
    material('identity-card'),
    material('medical-report'),
    material('military-proof', { neededFor: 'military' }),
    material('putonghua-certificate', { unnecessaryWhen: 'putonghua-verified' }),
  ],
  materialsSource: '教资字〔2020〕1号',
  records: [record('match')],
  rules: [],
}

const rule = (holds: boolean | null) => ({
  code: 'putonghua-level',
  title: '普通话水平等级',
  requirement: '二级乙等及以上。',
  holds,
  found: '三级甲等。',
  basis: '教育部令第10号',
})

const yes = (code: string, note: string | null = null): Judgement => ({ code, accepted: true, note })
const codesOf = (changed: Partial<ChecklistFacts>, judgements: readonly Judgement[]) =>
  refuseJudgements(buildChecklist({ ...facts, ...changed }), judgements).map(({ code }) => code)

describe('the checklist of a case (CNF-2, APP-14)', () => {
  test('asks only for what concerns this person and nothing that was compared electronically', () => {
    const lines = buildChecklist(facts)
    expect(lines.map(({ code, needsHuman }) => [code, needsHuman])).toEqual([
      ['identity-card', true],
      ['medical-report', false],
      ['putonghua-certificate', false],
      ['signature', true],
    ])
  })

  test.each([
    ['match', 'pass', false],
    ['mismatch', 'fail', true],
    ['not-found', 'fail', true],
    ['waiting', 'waiting', true],
    ['source-down', 'waiting', true],
    ['limited', 'waiting', true],
  ] as const)('a record at %s reads %s (S-154)', (state, result, needsHuman) => {
    const line = buildChecklist({ ...facts, records: [record(state)] }).find(({ code }) => code.startsWith('putonghua'))
    expect(line).toMatchObject({ result, needsHuman })
  })

  test('shows records that no material speaks of as lines of their own', () => {
    const records = [record('match'), record('waiting', 'degree-verified'), record('match', 'education-verified')]
    const lines = buildChecklist({ ...facts, records })
    expect(lines.find(({ code }) => code === 'degree-verified')).toMatchObject({ result: 'waiting', needsHuman: true })
    expect(lines.find(({ code }) => code === 'education-verified')).toMatchObject({ result: 'pass', needsHuman: false })
    expect(provenFacts(records)).toEqual(['identity-verified', 'putonghua-verified', 'education-verified'])
  })
})

describe('what the desk has to say', () => {
  const whole = [yes('identity-card'), yes('signature')]

  test.each([
    ['everything said', {}, whole, []],
    ['a line not judged', {}, [yes('signature')], ['confirmation.line-unjudged']],
    [
      'a line not accepted',
      {},
      [yes('signature'), { code: 'identity-card', accepted: false, note: null }],
      ['confirmation.line-refused'],
    ],
    ['a line judged twice', {}, [...whole, yes('signature')], ['confirmation.line-unknown']],
    ['a line nobody knows', {}, [...whole, yes('other')], ['confirmation.line-unknown']],
    [
      'a silent source accepted without a note',
      { records: [record('source-down')] },
      [...whole, yes('putonghua-certificate', '')],
      ['confirmation.line-note-needed'],
    ],
    [
      'a silent source accepted with a note',
      { records: [record('source-down')] },
      [...whole, yes('putonghua-certificate', '看过原件')],
      [],
    ],
    [
      'a rule that fails, whatever is said',
      { rules: [rule(false)] },
      [...whole, yes('putonghua-level', 'x')],
      ['confirmation.rule-failed'],
    ],
    ['a rule that holds', { rules: [rule(true)] }, whole, []],
    ['a rule that cannot be said yet', { rules: [rule(null)] }, whole, ['confirmation.line-unjudged']],
    [
      'a refusal of a line that was proven',
      {},
      [...whole, { code: 'putonghua-certificate', accepted: false, note: '不是本人' }],
      ['confirmation.line-refused'],
    ],
  ])('%s', (_words, changed, judgements, codes) => {
    expect(codesOf(changed, judgements)).toEqual(codes)
  })
})

describe('what is unproven at the conclusion (S-154)', () => {
  const unproven = (changed: Partial<ChecklistFacts>, judgements: readonly Judgement[]) =>
    listUnproven(buildChecklist({ ...facts, ...changed }), judgements)
  const whole = [yes('identity-card'), yes('signature')]

  test.each([
    ['nothing, when every line is proven or accepted', {}, whole, []],
    ['a line nobody accepted', {}, [yes('signature')], ['identity-card']],
    ['a rule that fails', { rules: [rule(false)] }, whole, ['普通话水平等级']],
    [
      'an answer that turned against the person after the desk looked',
      { records: [record('mismatch')] },
      [...whole, { ...yes('putonghua-certificate', '看过'), machine: 'waiting' as const }],
      ['putonghua-certificate'],
    ],
    [
      'not a contradiction the desk knew of and explained',
      { records: [record('mismatch')] },
      [...whole, { ...yes('putonghua-certificate', '看过'), machine: 'fail' as const }],
      [],
    ],
  ])('%s', (_words, changed, judgements, titles) => {
    expect(unproven(changed, judgements)).toEqual(titles)
  })
})
