import { resumeCaseEndpoint } from '@xingtan/contract/office/case-exception'
import { formatDay } from '@xingtan/ui/date-format'
import { ActForm } from '../../components/act-form.tsx'
import type { Case } from './case-draft.ts'

interface ResumeProps {
  readonly view: Case
  readonly onClose: () => void
}

/** 恢复办理: the due day is counted anew where the hold lawfully stopped the clock. */
export function ResumeDialog({ view, onClose }: ResumeProps) {
  const { row, heldOn, version } = view
  return (
    <ActForm
      endpoint={resumeCaseEndpoint}
      title={`恢复办理：${row.name}`}
      lead={
        <p>
          {heldOn !== null && `该件自 ${formatDay(heldOn)} 起暂停办理。`}
          恢复后可以继续审核和审批；依法不计入期限的时间会顺延结论到期日，申请人会收到通知。
        </p>
      }
      input={{ applicationId: row.applicationId, version }}
      submitText="恢复办理"
      done={({ dueOn }) => (dueOn === null ? '已恢复办理。' : `已恢复办理，认定结论应于 ${formatDay(dueOn)} 前作出。`)}
      onClose={onClose}
    />
  )
}
