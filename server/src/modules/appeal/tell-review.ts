import type { ReviewOutcome } from '@xingtan/contract/appeal'
import { REMEDY_TEXT } from '@xingtan/domain/decision'
import type { Crypto } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/db.ts'
import { type CaseRecord, tellApplicant } from '../case/index.ts'

interface Answered {
  readonly outcome: ReviewOutcome
  readonly answer: string
  /** The conclusion had been taken back before the answer. */
  readonly isDone: boolean
}

function resultOf({ outcome, isDone }: Answered): string {
  if (outcome === 'upheld') return `维持“认定未通过”的结论。${REMEDY_TEXT}`
  return isDone
    ? '原结论已经更正，您的申请正在重新办理。'
    : '原结论需要更正，正在由另一名工作人员复核，复核结果会另行通知您。'
}

/** The answer to a review request, with what follows from it. */
export async function tellReviewed(tx: Tx, crypto: Crypto, record: CaseRecord, answered: Answered): Promise<void> {
  const { officeName } = record
  await tellApplicant(tx, crypto, record, {
    sender: officeName,
    template: 'appeal.answered',
    sms: `${officeName}已答复您的复查申请，请登录查看复查意见。`,
    body: `${officeName}对您的复查申请答复如下：${answered.answer}复查结果：${resultOf(answered)}`,
  })
}
