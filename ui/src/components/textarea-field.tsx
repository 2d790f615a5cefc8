import { describedBy, Field, type FieldProps } from './field.tsx'

export interface TextareaFieldProps extends FieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onBlur?: () => void
  readonly rows?: number
  /** Shown as a count; typing on is never cut off silently, the error says how much is too much. */
  readonly maxLength?: number
}

/** Several lines of text with a count of characters as a Chinese reader counts them. */
export function TextareaField(props: TextareaFieldProps) {
  const { id, value, onChange, onBlur, rows = 4, maxLength } = props
  const length = Array.from(value).length
  return (
    <Field {...props} isWide>
      <textarea
        className="control"
        id={id}
        name={id}
        rows={rows}
        value={value}
        aria-invalid={props.error === undefined ? undefined : true}
        aria-describedby={describedBy(props)}
        aria-required={props.isOptional === true ? undefined : true}
        onChange={(event) => onChange(event.target.value)}
        onBlur={onBlur}
      />
      {maxLength !== undefined && (
        <p className="hint">
          {length > maxLength ? `已超出 ${length - maxLength} 个字` : `已填 ${length} 个字，最多 ${maxLength} 个字`}
        </p>
      )}
    </Field>
  )
}
