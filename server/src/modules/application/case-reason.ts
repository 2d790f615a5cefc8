import type { ApplicationView } from '@xingtan/contract/application'
import { type ExplainedReason, explainReasons } from '@xingtan/domain/case-reason'
import { shanghaiDay } from '@xingtan/domain/shanghai-time'
import type { Tx } from '../../platform/db.ts'
import type { CaseRecord } from '../case/index.ts'
import { loadPolicyBook } from '../policy/index.ts'
import { findConfirmationReasons, findDecisionReasons } from './sql-view.ts'

/** 行政复议法 art. 20 (60 days), 行政诉讼法 art. 46 (six months); 行政许可法 art. 38: a refusal names the remedy. */
const REMEDY =
  '如不服本决定，您可以自知道本决定之日起六十日内依法申请行政复议，或者自知道本决定之日起六个月内依法向人民法院提起行政诉讼。'

type Refused = Pick<ApplicationView, 'reasons' | 'remedy'>

function toReasons(explained: readonly ExplainedReason[]): Refused['reasons'] {
  return explained.map(({ code, title, note, basis }) => ({ code, title, note, basis }))
}

async function findReasons(tx: Tx, row: CaseRecord) {
  if (row.status === 'confirmation-refused') return findConfirmationReasons(tx, row.id)
  return row.status === 'not-recognised' ? findDecisionReasons(tx, row.id) : undefined
}

/** Why a case was refused, in the words of the catalogue of that day, and what can be done about it (DEC-4). */
export async function describeRefusal(tx: Tx, row: CaseRecord): Promise<Refused> {
  const refused = await findReasons(tx, row)
  if (refused === undefined) return { reasons: [], remedy: null }
  const book = await loadPolicyBook(tx, row.agencyCode)
  const catalogue = book.resolve('refusal.reasons', shanghaiDay(refused.at)).value
  const explained = explainReasons(refused.reasons, catalogue)
  const advice = explained.flatMap(({ remedy }) => (remedy === null ? [] : [remedy])).join('')
  return { reasons: toReasons(explained), remedy: `${advice}${REMEDY}` }
}
