import { describedBy, Field, type FieldProps } from './field.tsx'

export interface SelectOption {
  readonly value: string
  readonly label: string
  readonly isDisabled?: boolean
}

export interface SelectFieldProps extends FieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly options: readonly SelectOption[]
  /** First line, chosen while nothing is; `请选择` by default. */
  readonly placeholder?: string
  readonly isDisabled?: boolean
}

/** A native select: works with every keyboard, phone and screen reader. */
export function SelectField(props: SelectFieldProps) {
  const { id, value, onChange, options, placeholder = '请选择' } = props
  return (
    <Field {...props}>
      <select
        className="control"
        id={id}
        name={id}
        value={value}
        disabled={props.isDisabled}
        aria-invalid={props.error === undefined ? undefined : true}
        aria-describedby={describedBy(props)}
        aria-required={props.isOptional === true ? undefined : true}
        onChange={(event) => onChange(event.target.value)}
      >
        <option value="">{placeholder}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.isDisabled}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  )
}
