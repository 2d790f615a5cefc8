import type { ProblemError } from '@xingtan/ui/problem-error'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { Dialog } from '../../components/dialog.tsx'
import { Field } from '../../components/field.tsx'
import { focusFirstInvalid } from '../../components/focus-first-invalid.ts'
import { ProblemAlert } from '../../components/problem-alert.tsx'

interface ReasonDialogProps {
  readonly title: string
  /** The consequence, in one sentence. */
  readonly sentence: string
  readonly action: string
  readonly problem: ProblemError | null
  readonly isBusy: boolean
  readonly onClose: () => void
  readonly onReason: (reason: string) => void
}

/** One question that names the consequence and wants a reason. */
export function ReasonDialog({ title, sentence, action, problem, isBusy, onClose, onReason }: ReasonDialogProps) {
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const error = tried && reason.trim() === '' ? '请填写原因。' : undefined
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        noValidate
        className="security-form"
        onSubmit={(event) => {
          event.preventDefault()
          setTried(true)
          if (reason.trim() === '') focusFirstInvalid(event.currentTarget)
          else onReason(reason.trim())
        }}
      >
        <p>{sentence}</p>
        {problem !== null && <ProblemAlert problem={problem} />}
        <Field label="原因" error={error}>
          {(aria) => (
            <Input
              {...aria}
              data-autofocus
              maxLength={200}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
        <div className="dialog-actions">
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" danger htmlType="submit" loading={isBusy}>
            {action}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
