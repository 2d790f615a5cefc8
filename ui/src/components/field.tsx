import './field.css'
import type { ReactNode } from 'react'

/** What every field is told. `id` is the field's path in the input, for example `resume.0.place`: errors find it by that. */
export interface FieldProps {
  readonly id: string
  readonly label: string
  /** One sentence with an example of the format. */
  readonly hint?: ReactNode
  readonly error?: string | undefined
  readonly isOptional?: boolean
}

/** Ids of hint and error for `aria-describedby`; undefined when there is neither. */
export function describedBy({ id, hint, error }: FieldProps): string | undefined {
  const ids = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`].filter(
    (part) => part !== '',
  )
  return ids.length === 0 ? undefined : ids.join(' ')
}

/** Sentence under a field that says what is wrong and what to do. */
export function FieldError({ id, error }: Pick<FieldProps, 'id' | 'error'>) {
  if (error === undefined) return null
  return (
    <p className="field-error" id={`${id}-error`}>
      <span>
        <span className="visually-hidden">错误：</span>
        {error}
      </span>
    </p>
  )
}

/** Label above, hint under the label, control, error under the control. */
export function Field(props: FieldProps & { readonly children: ReactNode; readonly isWide?: boolean }) {
  const { id, label, hint, error, isOptional, isWide, children } = props
  const classes = ['field', isWide === true ? 'field-wide' : '', error === undefined ? '' : 'field-with-error']
  return (
    <div className={classes.filter(Boolean).join(' ')}>
      <label className="field-label" htmlFor={id}>
        {label}
        {isOptional === true && <span className="field-optional">（选填）</span>}
      </label>
      {hint !== undefined && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children}
      <FieldError id={id} error={error} />
    </div>
  )
}
