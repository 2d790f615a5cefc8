import { PUTONGHUA_PATH, PutonghuaAnswer, PutonghuaQuestion } from '@xingtan/contract/authority/putonghua'
import type { PutonghuaRecord } from '@xingtan/contract/authority/putonghua'
import type { Outcome } from '@xingtan/domain/outcome'
import { askAboutPerson } from './ask-about-person.ts'
import type { AskedPerson } from './ask-about-person.ts'
import type { Caller } from './http.ts'

/** 普通话水平测试成绩, by certificate number of thirteen or fifteen digits; data since 2007. */
export interface Putonghua {
  readonly findResult: (person: AskedPerson, certificateNumber: string) => Promise<Outcome<PutonghuaRecord>>
}

export function createPutonghua(caller: Caller): Putonghua {
  return {
    findResult: (person, number) =>
      askAboutPerson(caller, {
        path: PUTONGHUA_PATH,
        question: PutonghuaQuestion,
        answer: PutonghuaAnswer,
        person,
        more: { certificateNumber: number.trim() },
      }),
  }
}
