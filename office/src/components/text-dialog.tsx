import type { ProblemError } from '@xingtan/ui/problem-error'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { Dialog } from './dialog.tsx'
import { Field } from './field.tsx'
import { ProblemAlert } from './problem-alert.tsx'

interface TextDialogProps {
  readonly title: string
  readonly lead: string
  readonly label: string
  readonly maxLength: number
  readonly button: string
  readonly isDanger?: boolean
  readonly command: { readonly isPending: boolean; readonly error: ProblemError | null }
  readonly onSubmit: (text: string) => void
  readonly onClose: () => void
}

/** One question with an answer in words; what was typed stays when the command is refused. */
export function TextDialog(props: TextDialogProps) {
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const error = tried && text.trim() === '' ? `请填写${props.label}。` : undefined
  const submit = () => {
    setTried(true)
    if (text.trim() !== '') props.onSubmit(text.trim())
  }
  return (
    <Dialog title={props.title} onClose={props.onClose}>
      <p>{props.lead}</p>
      <Field label={props.label} error={error}>
        {(aria) => (
          <Input.TextArea
            {...aria}
            data-autofocus
            rows={4}
            maxLength={props.maxLength}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      {props.command.error !== null && <ProblemAlert problem={props.command.error} />}
      <div className="dialog-actions">
        <Button onClick={props.onClose}>取消</Button>
        <Button type="primary" danger={props.isDanger === true} loading={props.command.isPending} onClick={submit}>
          {props.button}
        </Button>
      </div>
    </Dialog>
  )
}
