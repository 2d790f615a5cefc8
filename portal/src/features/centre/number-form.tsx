import './centre.css'
import { Button } from '@xingtan/ui/components/button'
import { ErrorSummary } from '@xingtan/ui/components/error-summary'
import { TextField } from '@xingtan/ui/components/text-field'
import type { useFormErrors } from '@xingtan/ui/use-form-errors'
import { type FormEvent, type ReactNode, useId } from 'react'

export interface NumberFormProps {
  readonly title: string
  /** Name of the field in the input of the endpoint, so that refusals find it. */
  readonly fieldId: string
  readonly label: string
  readonly hint: string
  readonly action: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly errors: ReturnType<typeof useFormErrors>
  readonly isBusy: boolean
  readonly onSubmit: () => void
  readonly children?: ReactNode
}

/** Adds one certificate by its number; the rest comes from its source. */
export function NumberForm(props: NumberFormProps) {
  const { errors, fieldId } = props
  const titleId = useId()
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!props.isBusy) props.onSubmit()
  }
  return (
    <form className="add-form no-print" noValidate onSubmit={submit} aria-labelledby={titleId}>
      <h2 id={titleId}>{props.title}</h2>
      <ErrorSummary key={errors.form.attempt} {...errors.form} />
      <TextField
        id={fieldId}
        label={props.label}
        hint={props.hint}
        value={props.value}
        onChange={props.onChange}
        error={errors.errorFor(fieldId)}
      />
      <div className="button-row">
        <Button kind="primary" type="submit" busy={props.isBusy ? '正在提交' : undefined}>
          {props.action}
        </Button>
      </div>
      {props.children}
    </form>
  )
}
