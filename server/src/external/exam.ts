import { EXAM_PROOFS_PATH, ExamProofsAnswer, ExamProofsQuestion } from '@xingtan/contract/authority/exam'
import type { ExamProofRecord } from '@xingtan/contract/authority/exam'
import type { Outcome } from '@xingtan/domain/outcome'
import { askAboutPerson } from './ask-about-person.ts'
import type { AskedPerson } from './ask-about-person.ts'
import type { Caller } from './http.ts'

/** 《中小学教师资格考试合格证明》. A match carries every proof, expired ones too; `not-found` means there is none. */
export interface Exam {
  readonly listProofs: (person: AskedPerson) => Promise<Outcome<{ proofs: ExamProofRecord[] }>>
}

export function createExam(caller: Caller): Exam {
  return {
    listProofs: (person) =>
      askAboutPerson(caller, {
        path: EXAM_PROOFS_PATH,
        question: ExamProofsQuestion,
        answer: ExamProofsAnswer,
        person,
      }),
  }
}
