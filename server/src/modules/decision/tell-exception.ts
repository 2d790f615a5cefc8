import { REMEDY_TEXT } from '@xingtan/domain/decision'
import { readableDay } from '@xingtan/domain/readable-time'
import type { Crypto } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/db.ts'
import { type CaseRecord, tellApplicant } from '../case/index.ts'

interface ToldHold {
  readonly title: string
  readonly stopsClock: boolean
  readonly expectedDays: number | null
  readonly note: string
}

/** 暂停办理, in writing: why, how long, and whether that time counts (行政许可法 art. 45). Answers the id of the message. */
export async function tellHeld(tx: Tx, crypto: Crypto, record: CaseRecord, hold: ToldHold): Promise<string> {
  const { officeName } = record
  const clock = hold.stopsClock
    ? `预计需要 ${hold.expectedDays ?? 0} 个工作日，依照《中华人民共和国行政许可法》第四十五条，这段时间不计入办理期限。`
    : '办理期限照常计算。'
  return tellApplicant(tx, crypto, record, {
    sender: officeName,
    template: 'decision.held',
    sms: '您的教师资格认定申请已暂停办理，请登录查看原因和所需时间。',
    body: `${officeName}已暂停办理您的申请，原因：${hold.title}。${clock}说明：${hold.note}`,
  })
}

/** 恢复办理, with the due day as it now is. */
export async function tellResumed(tx: Tx, crypto: Crypto, record: CaseRecord, dueOn: string | null): Promise<string> {
  const { officeName } = record
  const due = dueOn === null ? '' : `认定结论最晚于${readableDay(dueOn)}作出。`
  return tellApplicant(tx, crypto, record, {
    sender: officeName,
    template: 'decision.resumed',
    sms: '您的教师资格认定申请已恢复办理，请登录查看。',
    body: `${officeName}已恢复办理您的申请。${due}`,
  })
}

/** 移送: the applicant learns who decides now and where to go; `record` is the case as it was before. */
export async function tellMoved(
  tx: Tx,
  crypto: Crypto,
  record: CaseRecord,
  to: { readonly agencyName: string; readonly pointName: string },
): Promise<string> {
  return tellApplicant(tx, crypto, record, {
    sender: to.agencyName,
    template: 'decision.moved',
    sms: `您的教师资格认定申请已移送${to.agencyName}办理，请登录查看。`,
    body: `您的申请已由${record.officeName}移送${to.agencyName}办理，报名号不变，确认点为${to.pointName}。已办结的环节不需要重复办理。`,
  })
}

/** A wrong 认定未通过 was taken back: the case is decided anew. */
export async function tellReopened(tx: Tx, crypto: Crypto, record: CaseRecord, dueOn: string): Promise<string> {
  const { officeName } = record
  return tellApplicant(tx, crypto, record, {
    sender: officeName,
    template: 'decision.corrected',
    sms: `${officeName}已撤回此前的认定结论，将重新作出结论，请登录查看。`,
    body: `${officeName}经复核，已撤回此前“认定未通过”的结论，您的申请恢复为“待认定审批”，新的结论最晚于${readableDay(dueOn)}作出。`,
  })
}

/** A certificate ends for the agency's own fault; nobody is entered into the 限制库 for that. */
export async function tellVoided(tx: Tx, crypto: Crypto, record: CaseRecord): Promise<string> {
  const { officeName } = record
  return tellApplicant(tx, crypto, record, {
    sender: officeName,
    template: 'decision.voided',
    sms: `${officeName}对您的教师资格证书作出了撤销决定，请登录查看原因和救济途径。`,
    body: `${officeName}经复核，因认定机构办理有误，依照《中华人民共和国行政许可法》第六十九条撤销您的教师资格，原证书作废。这不属于您的过错，不记入限制库；合法权益受到损害的，可以依法请求赔偿。对此不服的，可以依法申请行政复议或者提起行政诉讼。`,
  })
}

/** The second person did not agree to the correction an applicant had asked for: the conclusion stays. */
export async function tellKept(tx: Tx, crypto: Crypto, record: CaseRecord, answer: string): Promise<string> {
  const { officeName } = record
  return tellApplicant(tx, crypto, record, {
    sender: officeName,
    template: 'decision.kept',
    sms: `${officeName}已完成对您复查申请的复核，请登录查看结果。`,
    body: `${officeName}经复核，维持“认定未通过”的结论。复核意见：${answer}${REMEDY_TEXT}`,
  })
}
