import { SandboxPerson, Scenario } from '@xingtan/contract/authority/sandbox-person'
import { describe, expect, test } from 'vitest'
import { createPeople } from './create-people.ts'
import { toGrade } from './records.ts'

const TODAY = '2026-10-12'
const people = createPeople(TODAY)
const of = (scenario: Scenario) => people.filter((person) => person.scenario === scenario)

describe('synthetic people', () => {
  test('are at least three hundred, each with a number, phone and mail box of their own', () => {
    expect(people.length).toBeGreaterThanOrEqual(300)
    for (const field of ['number', 'phone', 'email'] as const) {
      expect(new Set(people.map((person) => person[field])).size).toBe(people.length)
    }
  })

  // The check is computed by the recursive method of ISO 7064, not by the weights the generator uses.
  test('S-135: have a right check digit, a sequence of 996–999 and a real adult birth date', () => {
    for (const { number, birthOn, sex } of people) {
      let product = 0
      for (const digit of number.slice(0, 17)) product = ((product + Number(digit)) * 2) % 11
      const check = (12 - product) % 11
      expect(number.charAt(17)).toBe(check === 10 ? 'X' : String(check))
      expect(number.slice(14, 17)).toMatch(/^99[6-9]$/)
      expect(number.slice(6, 14)).toBe(birthOn.replaceAll('-', ''))
      expect(new Date(`${birthOn}T00:00:00Z`).toISOString().slice(0, 10)).toBe(birthOn)
      expect(Number(birthOn.slice(0, 4))).toBeLessThanOrEqual(2026 - 18)
      expect(Number(number.charAt(16)) % 2 === 1 ? '男' : '女').toBe(sex)
    }
  })

  test('fit the shape others read and keep every scenario filled', () => {
    for (const person of people) expect(SandboxPerson.parse(person)).toEqual(person)
    for (const scenario of Scenario.options) expect(of(scenario).length).toBeGreaterThan(0)
  })

  test('stay the same people whatever the day', () => {
    const later = createPeople('2028-03-01')
    expect(later.map((person) => person.number)).toEqual(people.map((person) => person.number))
    expect(later.map((person) => person.name)).toEqual(people.map((person) => person.name))
  })

  test.each(['2026-01-05', '2026-06-30', '2026-07-01', '2026-12-31', '2027-02-28'])(
    'have proofs in their term and degrees of the past on %s',
    (today) => {
      for (const person of createPeople(today).filter(({ scenario }) => scenario === 'graduate')) {
        for (const proof of person.proofs) {
          expect(proof.issuedOn <= today && today <= proof.validUntil).toBe(true)
        }
        for (const education of person.educations) expect(education.graduatedOn < today).toBe(true)
        expect(person.degrees).toHaveLength(1)
      }
    },
  )

  test('pass every type from 1 to 6 in several subjects', () => {
    const passed = new Map<number, Set<string>>()
    for (const proof of of('graduate').flatMap((person) => person.proofs)) {
      passed.set(proof.qualificationType, (passed.get(proof.qualificationType) ?? new Set()).add(proof.subjectName))
    }
    expect(new Set(passed.keys())).toEqual(new Set([1, 2, 3, 4, 5, 6]))
    for (const type of [2, 3, 4, 5, 6]) expect(passed.get(type)?.size).toBeGreaterThan(1)
  })

  test('expired proofs have ended before the day, restrictions have begun', () => {
    for (const proof of of('proof-expired').flatMap((person) => person.proofs))
      expect(proof.validUntil < TODAY).toBe(true)
    for (const { restriction } of of('restricted')) expect(restriction && restriction.startsOn <= TODAY).toBe(true)
  })

  test('grades belong to their scores', () => {
    for (const result of people.flatMap((person) => person.putonghua)) expect(result.grade).toBe(toGrade(result.score))
    expect([97, 96.9, 92, 87, 80, 79.9, 69.9].map(toGrade)).toEqual([
      '一级甲等',
      '一级乙等',
      '一级乙等',
      '二级甲等',
      '二级乙等',
      '三级甲等',
      '三级乙等',
    ])
  })

  test('students in the last term finish on a coming day and hold no diploma yet', () => {
    for (const student of of('final-term')) {
      expect(student.enrolment?.status).toBe('注册学籍')
      expect(student.enrolment && student.enrolment.expectedGraduationOn > TODAY).toBe(true)
      expect(student.educations).toEqual([])
      expect(student.pendingDiploma?.degree?.level).toBe('学士')
    }
  })

  test('some names hold characters beyond the first plane, of extension A, or a middle dot', () => {
    const names = of('rare-name')
      .map((person) => person.name)
      .join('')
    for (const mark of ['䶮', '㛃', '𠅤', '𫖯', '·']) expect(names).toContain(mark)
  })
})
