import type { ProblemError } from '@xingtan/ui/problem-error'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { Dialog } from './dialog.tsx'
import { Field } from './field.tsx'
import { focusFirstInvalid } from './focus-first-invalid.ts'
import { ProblemAlert } from './problem-alert.tsx'

interface ReasonDialogProps {
  readonly title: string
  /** The consequence, in one sentence. */
  readonly sentence: string
  readonly action: string
  /** What is asked for; 原因 unless told. */
  readonly label?: string
  /** Nothing is lost by it: the button is not red. */
  readonly isHarmless?: boolean
  readonly maxLength?: number
  readonly problem: ProblemError | null
  readonly isBusy: boolean
  readonly onClose: () => void
  readonly onReason: (reason: string) => void
}

/** One question that names the consequence and wants a reason. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { title, sentence, action, label = '原因', problem, isBusy, onClose, onReason } = props
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const error = tried && reason.trim() === '' ? `请填写${label}。` : undefined
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        noValidate
        className="dialog-form"
        onSubmit={(event) => {
          event.preventDefault()
          setTried(true)
          if (reason.trim() === '') focusFirstInvalid(event.currentTarget)
          else onReason(reason.trim())
        }}
      >
        <p>{sentence}</p>
        {problem !== null && <ProblemAlert problem={problem} />}
        <Field label={label} error={error}>
          {(aria) => (
            <Input
              {...aria}
              data-autofocus
              maxLength={props.maxLength ?? 200}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
        <div className="dialog-actions">
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" danger={props.isHarmless !== true} htmlType="submit" loading={isBusy}>
            {action}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
