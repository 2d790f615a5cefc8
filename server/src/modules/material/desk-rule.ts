import type { OnlineDesk } from '@xingtan/contract/policy-online'
import type { CaseRecord } from '../case/index.ts'
import { handedInOn } from '../case/index.ts'
import type { PolicyBook } from '../policy/index.ts'

/** The rule of 全程网办 a case stands under: that of the day it was handed in. */
export function deskRuleOf(record: CaseRecord, book: PolicyBook): OnlineDesk {
  return book.resolve('online.desk', handedInOn(record)).value
}
