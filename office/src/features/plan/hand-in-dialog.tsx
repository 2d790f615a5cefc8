import { type PlanFindingView, handInPlanEndpoint } from '@xingtan/contract/office/plan'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { Dialog } from '../../components/dialog.tsx'
import { Field } from '../../components/field.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { usePlanCommand } from './use-plan-command.ts'

interface HandInDialogProps {
  readonly planId: string
  readonly version: number
  readonly warnings: readonly PlanFindingView[]
  readonly justifications: Readonly<Record<string, string>>
  readonly onClose: () => void
}

/** Hands the saved plan in upward: each warning with its reason, which the level above reads. */
export function HandInDialog({ planId, version, warnings, justifications, onClose }: HandInDialogProps) {
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>(justifications)
  const [tried, setTried] = useState(false)
  const send = usePlanCommand(handInPlanEndpoint, '计划已提交上级审批。', onClose)
  const reasonOf = (key: string) => (reasons[key] ?? '').trim()
  const submit = () => {
    setTried(true)
    if (warnings.some(({ key }) => reasonOf(key) === '')) return
    const given = Object.fromEntries(warnings.map(({ key }) => [key, reasonOf(key)]))
    send.mutate({ input: { planId, version, justifications: given } })
  }
  return (
    <Dialog title="提交上级审批" wide onClose={onClose}>
      <p>
        提交后，在上级作出意见以前不能修改。
        {warnings.length > 0 && '下面各条与规定不完全一致，请逐条写明理由，上级将据此审批。'}
      </p>
      {warnings.map(({ key, sentence }) => (
        <Field key={key} label={sentence} error={tried && reasonOf(key) === '' ? '请写明理由。' : undefined}>
          {(aria) => (
            <Input.TextArea
              {...aria}
              rows={2}
              maxLength={500}
              value={reasons[key] ?? ''}
              onChange={({ target }) => setReasons({ ...reasons, [key]: target.value })}
            />
          )}
        </Field>
      ))}
      {send.error !== null && <ProblemAlert problem={send.error} />}
      <div className="dialog-actions">
        <Button onClick={onClose}>继续修改</Button>
        <Button type="primary" loading={send.isPending} onClick={submit}>
          提交上级审批
        </Button>
      </div>
    </Dialog>
  )
}
