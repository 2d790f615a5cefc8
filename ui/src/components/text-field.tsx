import type { HTMLInputAutoCompleteAttribute } from 'react'
import { describedBy, Field, type FieldProps } from './field.tsx'

export interface TextFieldProps extends FieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onBlur?: () => void
  /** For a field with a button of its own inside a larger form: Enter means that button, not the form. */
  readonly onEnter?: () => void
  readonly type?: 'text' | 'password' | 'tel' | 'email' | 'search'
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email'
  readonly autoComplete?: HTMLInputAutoCompleteAttribute
  readonly maxLength?: number
  readonly isShort?: boolean
  readonly isDisabled?: boolean
}

/** One line of text. Paste, password managers and assistive input always work; nothing is blocked (ACC-3). */
export function TextField(props: TextFieldProps) {
  const { id, value, onChange, onBlur, onEnter, type = 'text', autoComplete = 'off' } = props
  return (
    <Field {...props}>
      <input
        className={props.isShort === true ? 'control control-short' : 'control'}
        id={id}
        name={id}
        type={type}
        inputMode={props.inputMode}
        autoComplete={autoComplete}
        autoCapitalize="off"
        spellCheck={false}
        maxLength={props.maxLength}
        disabled={props.isDisabled}
        value={value}
        aria-invalid={props.error === undefined ? undefined : true}
        aria-describedby={describedBy(props)}
        aria-required={props.isOptional === true ? undefined : true}
        onChange={(event) => onChange(event.target.value)}
        onBlur={onBlur}
        onKeyDown={(event) => {
          // The Enter that ends a word of an input method belongs to the word.
          if (onEnter === undefined || event.key !== 'Enter' || event.nativeEvent.isComposing) return
          event.preventDefault()
          onEnter()
        }}
      />
    </Field>
  )
}
