import type { ReactNode } from 'react'
import { describedBy, FieldError, type FieldProps } from './field.tsx'

export interface RadioOption {
  readonly value: string
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly isDisabled?: boolean
}

export interface RadioGroupProps extends FieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly options: readonly RadioOption[]
  /** Short options stand beside each other. */
  readonly isInline?: boolean
}

/** One of a few. The first radio carries the field's id, so a link in the error summary lands on it. */
export function RadioGroup(props: RadioGroupProps) {
  const { id, label, hint, error, value, onChange, options, isInline, isOptional } = props
  return (
    <fieldset
      className={error === undefined ? 'field field-wide' : 'field field-wide field-with-error'}
      role="radiogroup"
      aria-describedby={describedBy(props)}
      aria-invalid={error === undefined ? undefined : true}
      aria-required={isOptional === true ? undefined : true}
    >
      <legend className="field-label">
        {label}
        {isOptional === true && <span className="field-optional">（选填）</span>}
      </legend>
      {hint !== undefined && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <div className={isInline === true ? 'choices choices-inline' : 'choices'}>
        {options.map((option, index) => (
          <label className="choice" key={option.value}>
            <input
              type="radio"
              id={index === 0 ? id : `${id}-${option.value}`}
              name={id}
              value={option.value}
              checked={option.value === value}
              disabled={option.isDisabled}
              onChange={() => onChange(option.value)}
            />
            <span>
              <span className="choice-title">{option.label}</span>
              {option.hint !== undefined && <span className="hint">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
      <FieldError id={id} error={error} />
    </fieldset>
  )
}
