import {
  DEGREE_PATH,
  DegreeAnswer,
  DegreeQuestion,
  EDUCATION_PATH,
  ENROLMENT_PATH,
  EducationAnswer,
  EducationQuestion,
  EnrolmentAnswer,
  EnrolmentQuestion,
} from '@xingtan/contract/authority/chsi'
import type { DegreeRecord, EducationRecord, EnrolmentRecord } from '@xingtan/contract/authority/chsi'
import type { Outcome } from '@xingtan/domain/outcome'
import { askAboutPerson } from './ask-about-person.ts'
import type { AskedPerson } from './ask-about-person.ts'
import type { Caller } from './http.ts'

/** 学信网. Certificate numbers may be typed with spaces around and small letters. */
export interface Chsi {
  readonly findEnrolment: (person: AskedPerson) => Promise<Outcome<EnrolmentRecord>>
  readonly findEducation: (person: AskedPerson, certificateNumber: string) => Promise<Outcome<EducationRecord>>
  readonly findDegree: (person: AskedPerson, certificateNumber: string) => Promise<Outcome<DegreeRecord>>
}

function certificate(number: string) {
  return { certificateNumber: number.trim().toUpperCase() }
}

export function createChsi(caller: Caller): Chsi {
  return {
    findEnrolment: (person) =>
      askAboutPerson(caller, { path: ENROLMENT_PATH, question: EnrolmentQuestion, answer: EnrolmentAnswer, person }),
    findEducation: (person, number) =>
      askAboutPerson(caller, {
        path: EDUCATION_PATH,
        question: EducationQuestion,
        answer: EducationAnswer,
        person,
        more: certificate(number),
      }),
    findDegree: (person, number) =>
      askAboutPerson(caller, {
        path: DEGREE_PATH,
        question: DegreeQuestion,
        answer: DegreeAnswer,
        person,
        more: certificate(number),
      }),
  }
}
