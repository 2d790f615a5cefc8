import type { AuthorityName } from '@xingtan/contract/authority/authority-name'
import type { SandboxPerson } from '@xingtan/contract/authority/sandbox-person'
import type { Clock } from './clock.ts'
import { createPeople } from './people/create-people.ts'
import type { Store } from './store.ts'

/** What the authorities know on this day: the people, with every diploma that has been issued since. */
export interface World {
  readonly list: () => readonly SandboxPerson[]
  readonly find: (documentNumber: string) => SandboxPerson | undefined
  /** Whose 学历 or 学位 certificate this is. */
  readonly findHolder: (certificateNumber: string) => SandboxPerson | undefined
  /** False when nobody of this number waits for a diploma. */
  readonly issueDiploma: (documentNumber: string) => boolean
}

/** The name under which a source knows a person. */
export function nameAt(person: SandboxPerson, authority: AuthorityName): string {
  return person.namesAt[authority] ?? person.name
}

function withDiploma(person: SandboxPerson): SandboxPerson {
  const { pendingDiploma, enrolment } = person
  if (pendingDiploma === null) return person
  return {
    ...person,
    enrolment: enrolment && { ...enrolment, status: '毕业' },
    educations: [...person.educations, pendingDiploma.education],
    degrees: pendingDiploma.degree ? [...person.degrees, pendingDiploma.degree] : person.degrees,
    pendingDiploma: null,
  }
}

export function createWorld(clock: Clock, store: Store): World {
  let day = ''
  let people = new Map<string, SandboxPerson>()
  const known = () => {
    // A sandbox left running past midnight of New Year moves on with the terms and proofs.
    if (day !== clock.today()) {
      day = clock.today()
      people = new Map(createPeople(day).map((person) => [person.number, person]))
      for (const number of store.memory.diplomas) {
        const person = people.get(number)
        if (person) people.set(number, withDiploma(person))
      }
    }
    return people
  }
  const list = () => [...known().values()]
  return {
    list,
    find: (documentNumber) => known().get(documentNumber),
    findHolder: (certificateNumber) =>
      list().find(({ educations, degrees }) =>
        [...educations, ...degrees].some((record) => record.certificateNumber === certificateNumber),
      ),
    issueDiploma: (documentNumber) => {
      const person = known().get(documentNumber)
      if (!person?.pendingDiploma) return false
      known().set(documentNumber, withDiploma(person))
      store.memory.diplomas.push(documentNumber)
      store.save()
      return true
    },
  }
}
