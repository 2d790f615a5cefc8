import { describedBy, Field, type FieldProps } from './field.tsx'

export interface DateFieldProps extends FieldProps {
  /** `2026-09-14`, for a month `2026-09`; empty while nothing is chosen. */
  readonly value: string
  readonly onChange: (value: string) => void
  readonly min?: string
  readonly max?: string
}

function NativeDateField(props: DateFieldProps & { readonly type: 'date' | 'month' }) {
  return (
    <Field {...props}>
      <input
        className="control control-short"
        id={props.id}
        name={props.id}
        type={props.type}
        // Browsers without a month picker show a text box: the pattern and the hint tell the format.
        pattern={props.type === 'month' ? '\\d{4}-\\d{2}' : '\\d{4}-\\d{2}-\\d{2}'}
        min={props.min}
        max={props.max}
        value={props.value}
        aria-invalid={props.error === undefined ? undefined : true}
        aria-describedby={describedBy(props)}
        aria-required={props.isOptional === true ? undefined : true}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </Field>
  )
}

/** A legal day, chosen or typed. */
export function DateField(props: DateFieldProps) {
  return <NativeDateField {...props} type="date" />
}

/** A month, for résumé rows and graduation. */
export function MonthField(props: DateFieldProps) {
  return <NativeDateField {...props} type="month" />
}
