import './field.css'
import type { ReactNode } from 'react'
import { FieldError } from './field.tsx'

export interface CheckboxFieldProps {
  readonly id: string
  /** The sentence agreed to, word for word. */
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly error?: string | undefined
  readonly isChecked: boolean
  readonly onChange: (isChecked: boolean) => void
  readonly isDisabled?: boolean
}

/** One yes-or-no sentence; never ticked beforehand. */
export function CheckboxField(props: CheckboxFieldProps) {
  const { id, label, hint, error, isChecked, onChange } = props
  return (
    <div className={error === undefined ? 'field field-wide' : 'field field-wide field-with-error'}>
      <label className="choice">
        <input
          type="checkbox"
          id={id}
          name={id}
          checked={isChecked}
          disabled={props.isDisabled}
          aria-invalid={error === undefined ? undefined : true}
          aria-describedby={error === undefined ? undefined : `${id}-error`}
          onChange={(event) => onChange(event.target.checked)}
        />
        <span>
          <span className="choice-title">{label}</span>
          {hint !== undefined && <span className="hint">{hint}</span>}
        </span>
      </label>
      <FieldError id={id} error={error} />
    </div>
  )
}
