import { describe, expect, test } from 'vitest'
import { between, at } from '../test/plan-example.ts'
import { type PersonFacts, isAdmitted, personKindsOf, phaseSentence, phaseTitle } from './plan-phase.ts'
import type { Phase } from './plan.ts'

const education = (level: 'associate' | 'bachelor', state: 'match' | 'waiting' = 'match') => ({
  state,
  heldBy: null,
  level,
  conclusion: '毕业',
})
const student: PersonFacts = { isStudent: true, enrolment: { level: 'bachelor' }, education: null }

describe('kinds of people before a phase (domain §8.4)', () => {
  test.each<[string, PersonFacts, readonly string[]]>([
    ['not answered yet', { ...student, isStudent: null }, []],
    ['no student', { ...student, isStudent: false }, ['public']],
    ['final year', student, ['graduate']],
    ['associate degree', { ...student, enrolment: { level: 'associate' } }, ['graduate']],
    ['master', { ...student, enrolment: { level: 'master' } }, ['postgraduate']],
    ['doctor', { ...student, enrolment: { level: 'doctor' } }, ['postgraduate']],
    ['专升本', { ...student, education: education('associate') }, ['upgrade']],
    [
      '专升本 whose 学历 is not answered',
      { ...student, education: education('associate', 'waiting') },
      ['graduate', 'upgrade'],
    ],
    ['a second bachelor', { ...student, education: education('bachelor') }, ['graduate']],
    ['学籍 not answered', { ...student, enrolment: null }, ['graduate', 'postgraduate', 'upgrade']],
  ])('%s', (_name, person, kinds) => {
    expect(personKindsOf(person)).toEqual(kinds)
  })
})

const april: Phase = {
  ...between('2026-04-10 08:00', '2026-04-24 17:00'),
  routes: [],
  personKinds: ['public', 'postgraduate', 'upgrade'],
}
const june: Phase = { ...between('2026-06-08 08:00', '2026-06-22 17:00'), routes: ['national-exam'], personKinds: [] }
const graduate = { route: 'national-exam', personKinds: ['graduate'] } as const

describe('phases kept for some', () => {
  test('a phase without lists admits everybody, and what is not known keeps nobody out', () => {
    expect(isAdmitted({ routes: [], personKinds: [] }, graduate)).toBe(true)
    expect(isAdmitted(april, graduate)).toBe(false)
    expect(isAdmitted(april, { route: null, personKinds: [] })).toBe(true)
    expect(isAdmitted(april, { route: null, personKinds: ['graduate', 'upgrade'] })).toBe(true)
    expect(isAdmitted(june, graduate)).toBe(true)
    expect(isAdmitted(june, { ...graduate, route: 'non-national' })).toBe(false)
  })

  test('says whom a phase is for', () => {
    expect(phaseTitle(april)).toBe('社会人员、在读研究生、在读专升本学生')
    expect(phaseTitle(june)).toBe('所有申请人（国家统一考试）')
  })

  test('says when one’s own phase is, that it is over, or that there is none', () => {
    const phases = [april, june]
    const during = at('2026-04-12 10:00')
    expect(phaseSentence(phases, { route: 'national-exam', personKinds: ['public'] }, during)).toBeUndefined()
    expect(phaseSentence(phases, graduate, during)).toBe(
      '当前阶段的网上报名面向社会人员、在读研究生、在读专升本学生。面向您的网报时间为 2026年6月8日 08:00 至 2026年6月22日 17:00，请在该时间内提交。',
    )
    const other = { route: 'non-national', personKinds: ['public'] } as const
    expect(phaseSentence(phases, other, at('2026-06-09 10:00'))).toMatch(/^当前阶段的.*2026年4月24日 17:00，现已结束/)
    expect(phaseSentence([april], graduate, at('2026-04-24 17:00'))).toBe(
      '本批次没有面向您的网报时间，请联系认定机构咨询。',
    )
  })
})
