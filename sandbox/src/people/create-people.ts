import { Scenario } from '@xingtan/contract/authority/sandbox-person'
import type { SandboxPerson } from '@xingtan/contract/authority/sandbox-person'
import { draftPerson } from './draft-person.ts'
import type { Era } from './draft-person.ts'
import { createRandom } from './random.ts'
import { SCENARIO_PLANS } from './scenarios.ts'

const SEED = 20_260_901

/**
 * Every synthetic person, the same ones on every machine. Identity does not depend on the day; the proofs of exam
 * passers and the terms of students are laid around `today` ('YYYY-MM-DD').
 */
export function createPeople(today: string): readonly SandboxPerson[] {
  const era: Era = { random: createRandom(SEED), today, takenNumbers: new Set() }
  const people: SandboxPerson[] = []
  for (const scenario of Scenario.options) {
    const plan = SCENARIO_PLANS[scenario]
    for (let made = 0; made < plan.count; made += 1) {
      const draft = draftPerson(era, people.length + 1, scenario, plan)
      people.push({ ...draft.person, ...plan.change(draft, era) })
    }
  }
  return people
}
