import { type ExplainedReason, reasonsText } from '@xingtan/domain/case-reason'
import { readableDay } from '@xingtan/domain/readable-time'
import type { FoundDay } from '@xingtan/domain/working-day'
import type { Crypto } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/db.ts'
import { type CaseRecord, tellApplicant } from '../case/index.ts'

/** The applicant learns that the case is accepted and by when it will be concluded. */
export async function tellConfirmed(tx: Tx, crypto: Crypto, record: CaseRecord, due: FoundDay): Promise<void> {
  const { officeName, snapshot } = record
  const { pointName } = snapshot
  const dueText = `${readableDay(due.day)}${due.provisional ? '（暂定）' : ''}`
  await tellApplicant(tx, crypto, record, {
    sender: pointName,
    template: 'confirmation.confirmed',
    sms: `您的教师资格认定申请已通过确认，${officeName}将在${dueText}前作出结论，请登录查看。`,
    body: `${pointName}已确认您的申请，目前状态为“待认定审批”。${officeName}将在${dueText}前作出认定结论。`,
  })
}

/** The applicant learns every defect at one time (行政许可法 art. 32). Answers the id of the message. */
export async function tellRefused(
  tx: Tx,
  crypto: Crypto,
  record: CaseRecord,
  reasons: readonly ExplainedReason[],
): Promise<string> {
  const count = reasons.length
  return tellApplicant(tx, crypto, record, {
    sender: record.snapshot.pointName,
    template: 'confirmation.refused',
    sms: `您的教师资格认定申请确认未通过，共有 ${count} 条原因，请登录查看全部原因和补救办法。`,
    body: `您的申请确认未通过，原因如下：${reasonsText(reasons)}对此有疑问的，请联系${record.snapshot.pointName}。`,
  })
}
