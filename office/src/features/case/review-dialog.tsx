import { listReasonsEndpoint, reviewCaseEndpoint } from '@xingtan/contract/office/case'
import { QueryState } from '@xingtan/ui/components/query-state'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { useToast } from '@xingtan/ui/use-toast'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { Dialog } from '../../components/dialog.tsx'
import { Field } from '../../components/field.tsx'
import type { Case } from './case-draft.ts'
import { CommandProblem } from './command-problem.tsx'
import { type ChosenReasons, ReasonPicker, toReasonChoices } from '../../components/reason-picker.tsx'
import { useCaseCommand } from './use-case-command.ts'

interface ReviewProps {
  readonly view: Case
  readonly opinion: 'pass' | 'fail'
  readonly onClose: () => void
}

/** First pair of eyes: an opinion, which somebody else turns into the conclusion (DEC-3). */
export function ReviewDialog({ view, opinion, onClose }: ReviewProps) {
  const announce = useToast()
  const isFail = opinion === 'fail'
  const title = isFail ? '审核不通过' : '审核通过'
  const [note, setNote] = useState('')
  const [chosen, setChosen] = useState<ChosenReasons>(new Map())
  const [tried, setTried] = useState(false)
  const catalogue = useEndpoint(listReasonsEndpoint, { stage: 'conclude' }, { enabled: isFail })
  const review = useCaseCommand(reviewCaseEndpoint, () => {
    announce(`审核意见已提交：${title}。该件转入审批。`)
    onClose()
  })
  const error = tried && isFail && chosen.size === 0 ? '请至少选择一条原因。' : undefined
  const submit = () => {
    setTried(true)
    if (isFail && chosen.size === 0) return
    review.mutate({
      input: {
        applicationId: view.row.applicationId,
        version: view.version,
        opinion,
        note: note.trim() === '' ? null : note.trim(),
        reasons: isFail ? toReasonChoices(chosen) : [],
      },
    })
  }
  return (
    <Dialog title={`${title}：${view.row.name}`} wide={isFail} onClose={onClose}>
      <p>您的意见供审批人员参考，认定结论由另一名审批人员作出；您不能再审批同一件。</p>
      {isFail && (
        <QueryState query={catalogue}>
          {({ reasons }) => <ReasonPicker reasons={reasons} chosen={chosen} onChange={setChosen} error={error} />}
        </QueryState>
      )}
      <Field label="审核说明（选填）" hint="只供办理人员查看，最多 300 个字。">
        {(aria) => (
          <Input.TextArea
            {...aria}
            rows={3}
            maxLength={300}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </Field>
      <CommandProblem problem={review.error} />
      <div className="dialog-actions">
        <Button onClick={onClose}>取消</Button>
        <Button type="primary" danger={isFail} data-autofocus loading={review.isPending} onClick={submit}>
          提交意见：{title}
        </Button>
      </div>
    </Dialog>
  )
}
