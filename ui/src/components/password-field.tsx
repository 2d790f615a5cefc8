import './password-field.css'
import { useState } from 'react'
import { Button } from './button.tsx'
import { describedBy, Field, type FieldProps } from './field.tsx'

export interface PasswordFieldProps extends FieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  /** Tells password managers whether to fill in the old one or to offer a new one. */
  readonly autoComplete: 'current-password' | 'new-password'
}

/** A password that may be pasted and looked at; nobody is asked to type it twice (NIST SP 800-63B-4). */
export function PasswordField(props: PasswordFieldProps) {
  const { id, value, onChange, autoComplete, error, isOptional } = props
  const [isShown, setIsShown] = useState(false)
  return (
    <Field {...props}>
      <div className="password">
        <input
          className="control"
          id={id}
          name={id}
          type={isShown ? 'text' : 'password'}
          autoComplete={autoComplete}
          autoCapitalize="off"
          autoCorrect="off"
          spellCheck={false}
          value={value}
          aria-invalid={error === undefined ? undefined : true}
          aria-describedby={describedBy(props)}
          aria-required={isOptional === true ? undefined : true}
          onChange={(event) => onChange(event.target.value)}
        />
        <Button kind="quiet" label={isShown ? '隐藏密码' : '显示密码'} onClick={() => setIsShown(!isShown)}>
          {isShown ? '隐藏' : '显示'}
        </Button>
      </div>
    </Field>
  )
}
