import type { ProblemError } from '@xingtan/ui/problem-error'
import { Button, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { Dialog } from '../../components/dialog.tsx'
import { Field } from '../../components/field.tsx'
import { focusFirstInvalid } from '../../components/focus-first-invalid.ts'
import { ProblemAlert } from '../../components/problem-alert.tsx'

/** One line of a short form. */
export interface RegisterLine {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly type?: 'text' | 'date'
  readonly initial?: string
  readonly maxLength?: number
}

interface RegisterFormProps {
  readonly title: string
  readonly lead: ReactNode
  readonly lines: readonly RegisterLine[]
  readonly submitText: string
  readonly problem: ProblemError | null
  readonly isBusy: boolean
  /** Choices above the lines. */
  readonly children?: ReactNode
  readonly onSubmit: (values: Readonly<Record<string, string>>) => void
  readonly onClose: () => void
}

/** A short form of the register: every line is needed, all that is missing is said at once, nothing typed is lost. */
export function RegisterForm(props: RegisterFormProps) {
  const { lines, problem } = props
  const [values, setValues] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(lines.map(({ id, initial }) => [id, initial ?? ''])),
  )
  const [tried, setTried] = useState(false)
  const valueOf = (id: string) => (values[id] ?? '').trim()
  const errorOf = ({ id, label }: RegisterLine): string | undefined => {
    if (tried && valueOf(id) === '') return `请填写${label}。`
    return problem?.document.reasons.find(({ field }) => field === id)?.sentence
  }
  return (
    <Dialog title={props.title} onClose={props.onClose}>
      <form
        noValidate
        className="dialog-form"
        onSubmit={(event) => {
          event.preventDefault()
          setTried(true)
          if (lines.every(({ id }) => valueOf(id) !== ''))
            props.onSubmit(Object.fromEntries(lines.map(({ id }) => [id, valueOf(id)])))
          else focusFirstInvalid(event.currentTarget)
        }}
      >
        <div>{props.lead}</div>
        {props.children}
        {lines.map((one) => (
          <Field
            key={one.id}
            label={one.label}
            {...(one.hint !== undefined && { hint: one.hint })}
            error={errorOf(one)}
          >
            {(aria) => (
              <Input
                {...aria}
                type={one.type ?? 'text'}
                maxLength={one.maxLength}
                autoComplete="off"
                value={values[one.id]}
                onChange={(event) => setValues({ ...values, [one.id]: event.target.value })}
              />
            )}
          </Field>
        ))}
        {problem !== null && <ProblemAlert problem={problem} />}
        <div className="dialog-actions">
          <Button onClick={props.onClose}>取消</Button>
          <Button type="primary" htmlType="submit" loading={props.isBusy}>
            {props.submitText}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
