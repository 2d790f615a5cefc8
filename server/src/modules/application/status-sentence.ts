import { readableDay } from '@xingtan/domain/readable-time'
import { shanghaiDay } from '@xingtan/domain/shanghai-time'
import type { CaseRecord } from '../case/index.ts'

function dueClause({ dueOn, dueProvisional }: CaseRecord): string {
  if (dueOn === null) return ''
  return `，最晚 ${readableDay(dueOn)}${dueProvisional ? '（暂定）' : ''}`
}

/** The plain sentence under a status word: what it means, who acts next and by when (APP-9). */
export function statusSentence(row: CaseRecord): string {
  const { agencyName, pointName } = row.snapshot
  if (row.withdrawnAt !== null) return `您已于${readableDay(shanghaiDay(row.withdrawnAt))}撤回这份申请。`
  const sentences: Readonly<Record<CaseRecord['status'], string>> = {
    'awaiting-confirmation': `已提交网上报名，请按确认时间到${pointName}办理确认。`,
    'confirmation-refused': '确认点没有通过您的确认，原因和补救办法见下方说明。',
    'awaiting-approval': `材料已确认，正在等待${agencyName}作出认定结论${dueClause(row)}。`,
    recognised: `${agencyName}已认定您的教师资格，请按公告领取证书。`,
    'not-recognised': `${agencyName}没有通过您的认定，原因和救济途径见下方说明。`,
  }
  return sentences[row.status]
}
