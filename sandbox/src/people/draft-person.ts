import type { SandboxPerson, Scenario } from '@xingtan/contract/authority/sandbox-person'
import { toSyntheticNumber } from './document-number.ts'
import { createName } from './names.ts'
import { HOME_AREAS, UNIVERSITIES } from './places.ts'
import type { School } from './places.ts'
import type { Random } from './random.ts'
import { createDegree, createEducation, createProof, createPutonghua } from './records.ts'
import { EXAM_SUBJECTS } from './subjects.ts'
import type { ExamSubject } from './subjects.ts'

/** What the lives of one run have in common. */
export interface Era {
  readonly random: Random
  readonly today: string
  readonly takenNumbers: Set<string>
}

/** What one life is made of before its scenario bends it. */
export interface Basis {
  readonly index: number
  readonly subject: ExamSubject
  readonly school: School
  /** Year of the first finished course of study. */
  readonly graduationYear: number
}

export interface PersonPlan {
  readonly title: string
  /** First and last possible year of birth; fixed years, so that a person keeps the number whatever the day. */
  readonly bornBetween: readonly [number, number]
}

export interface Draft {
  readonly person: SandboxPerson
  readonly basis: Basis
}

const two = (value: number) => String(value).padStart(2, '0')

function createIdentity(era: Era, birthYear: number) {
  const { random } = era
  for (;;) {
    // Picked anew each round: four sequences a day and place run out quickly.
    const [areaCode, areaName] = random.pick(HOME_AREAS)
    const birthOn = `${birthYear}-${two(1 + random.below(12))}-${two(1 + random.below(28))}`
    const sequence = random.pick([996, 997, 998, 999] as const)
    const number = toSyntheticNumber(areaCode, birthOn, sequence)
    if (era.takenNumbers.has(number)) continue
    era.takenNumbers.add(number)
    const sex = sequence % 2 === 1 ? ('男' as const) : ('女' as const)
    return { number, areaCode, areaName, birthOn, sex, name: createName(random, sex) }
  }
}

/**
 * An ordinary graduate with everything in order: 学历, 学位, Putonghua 二级乙等 or better and a proof in its term.
 * Every scenario starts from here and changes what is special.
 */
export function draftPerson(era: Era, index: number, scenario: Scenario, plan: PersonPlan): Draft {
  const { random, today } = era
  const year = Number(today.slice(0, 4))
  const subject = EXAM_SUBJECTS[index % EXAM_SUBJECTS.length] ?? EXAM_SUBJECTS[0]
  const school = random.pick(UNIVERSITIES)
  const [firstYear, lastYear] = plan.bornBetween
  const identity = createIdentity(era, firstYear + random.below(lastYear - firstYear + 1))
  const graduationYear = Math.min(Number(identity.birthOn.slice(0, 4)) + 22, year - 1)
  const score = (subject.subjectName.includes('语文') ? 870 + random.below(90) : 810 + random.below(150)) / 10
  const person: SandboxPerson = {
    ...identity,
    phone: `1990000${String(index).padStart(4, '0')}`,
    email: `p${String(index).padStart(4, '0')}@example.com`,
    scenario,
    scenarioTitle: plan.title,
    namesAt: {},
    downAt: [],
    police: 'alive',
    proofs: [index % 2 === 0 ? createProof(subject, year - 2, 2, index) : createProof(subject, year - 1, 1, index)],
    putonghua: [createPutonghua(score, graduationYear - 1, index)],
    enrolment: null,
    educations: [createEducation(school, subject, graduationYear, index)],
    degrees: [createDegree(school, subject, graduationYear, index)],
    pendingDiploma: null,
    crime: 'clear',
    offence: 'clear',
    restriction: null,
  }
  return { person, basis: { index, subject, school, graduationYear } }
}
