import { IDENTITY_PATH, IdentityAnswer, IdentityQuestion } from '@xingtan/contract/authority/police-identity'
import type { IdentityRecord } from '@xingtan/contract/authority/police-identity'
import type { Outcome } from '@xingtan/domain/outcome'
import { askAboutPerson } from './ask-about-person.ts'
import type { AskedPerson } from './ask-about-person.ts'
import type { Caller } from './http.ts'

/** 公安实名核验. `mismatch` names `name`, or `status` when the registration of the person is cancelled. */
export interface PoliceIdentity {
  readonly check: (person: AskedPerson) => Promise<Outcome<IdentityRecord>>
}

export function createPoliceIdentity(caller: Caller): PoliceIdentity {
  return {
    check: (person) =>
      askAboutPerson(caller, { path: IDENTITY_PATH, question: IdentityQuestion, answer: IdentityAnswer, person }),
  }
}
