import { Input } from 'antd'
import { Field } from '../../components/field.tsx'

interface InputFieldProps<Value> {
  readonly label: string
  readonly hint?: string
  readonly error?: string | undefined
  readonly value: Value
  readonly onChange: (value: Value) => void
}

type TextProps = InputFieldProps<string> & { readonly maxLength: number; readonly rows?: number }

/** A line, or with `rows` a longer text. */
export function TextField({ label, hint, error, value, onChange, maxLength, rows }: TextProps) {
  return (
    <Field label={label} {...(hint !== undefined && { hint })} error={error}>
      {(aria) =>
        rows === undefined ? (
          <Input {...aria} maxLength={maxLength} value={value} onChange={({ target }) => onChange(target.value)} />
        ) : (
          <Input.TextArea
            {...aria}
            rows={rows}
            maxLength={maxLength}
            value={value}
            onChange={({ target }) => onChange(target.value)}
          />
        )
      }
    </Field>
  )
}

/** A calendar day that may be empty. */
export function DayField({ label, error, value, onChange }: InputFieldProps<string | null>) {
  return (
    <Field label={label} error={error}>
      {(aria) => (
        <Input
          {...aria}
          type="date"
          value={value ?? ''}
          onChange={({ target }) => onChange(target.value === '' ? null : target.value)}
        />
      )}
    </Field>
  )
}

/** A whole number that may be empty; other signs are not taken. */
export function CountField({ label, error, value, onChange }: InputFieldProps<number | null>) {
  return (
    <Field label={label} error={error}>
      {(aria) => (
        <Input
          {...aria}
          inputMode="numeric"
          maxLength={7}
          value={value === null ? '' : String(value)}
          onChange={({ target }) => {
            if (/^\d*$/.test(target.value)) onChange(target.value === '' ? null : Number(target.value))
          }}
        />
      )}
    </Field>
  )
}
