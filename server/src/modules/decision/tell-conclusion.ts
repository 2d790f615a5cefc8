import { type ExplainedReason, reasonsText } from '@xingtan/domain/case-reason'
import { REMEDY_TEXT } from '@xingtan/domain/decision'
import type { Crypto } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/db.ts'
import { type CaseRecord, tellApplicant, tellApplicants } from '../case/index.ts'

/** 认定通过; the number itself is read after signing in, not in a message. */
export async function tellRecognised(tx: Tx, crypto: Crypto, records: readonly CaseRecord[]): Promise<void> {
  const all = records.map((record) => {
    const { officeName } = record
    const told = {
      sender: officeName,
      template: 'decision.recognised',
      sms: `${officeName}已认定您的教师资格，请登录查看证书号码和领取方式。`,
      body: `${officeName}已作出结论：认定通过。证书号码在本页显示，请按您选择的方式领取证书。`,
    }
    return { record, told }
  })
  await tellApplicants(tx, crypto, all)
}

/** 认定未通过, with every reason and what can be done against it (行政许可法 art. 38). Answers the id of the message. */
export async function tellNotRecognised(
  tx: Tx,
  crypto: Crypto,
  record: CaseRecord,
  reasons: readonly ExplainedReason[],
): Promise<string> {
  const { officeName } = record
  return tellApplicant(tx, crypto, record, {
    sender: officeName,
    template: 'decision.not-recognised',
    sms: `${officeName}已对您的教师资格认定申请作出结论，请登录查看结论、理由和救济途径。`,
    body: `${officeName}已作出结论：认定未通过，理由如下：${reasonsText(reasons)}${REMEDY_TEXT}`,
  })
}

/** 调整认定状态: the applicant reads the officer's own words (CNF-4). Answers the id of the message. */
export async function tellReturned(tx: Tx, crypto: Crypto, record: CaseRecord, message: string): Promise<string> {
  const { officeName } = record
  return tellApplicant(tx, crypto, record, {
    sender: officeName,
    template: 'decision.returned',
    sms: '您的教师资格认定申请已退回“网报待确认”，请登录查看留言并按要求处理。',
    body: message,
  })
}
