import './button.css'
import type { MouseEvent, ReactNode } from 'react'

export type ButtonKind = 'primary' | 'secondary' | 'danger' | 'quiet'

export interface ButtonProps {
  /** Says what will happen (「保存并继续：选择认定机构」), never 「确定」. */
  readonly children: ReactNode
  readonly kind?: ButtonKind
  readonly type?: 'button' | 'submit'
  /** What is being done right now, for example `正在提交`; further presses are ignored and focus stays. */
  readonly busy?: string | undefined
  readonly isDisabled?: boolean
  readonly describedBy?: string
  readonly label?: string
  readonly isPressed?: boolean
  readonly onClick?: (event: MouseEvent<HTMLButtonElement>) => void
}

/** A native button. Disabled ones keep focus and are announced, so nobody loses their place (WCAG 2.4.3). */
export function Button(props: ButtonProps) {
  const { kind = 'secondary', busy, isDisabled = false } = props
  const isBlocked = isDisabled || busy !== undefined
  return (
    <button
      type={props.type === 'submit' ? 'submit' : 'button'}
      className={`button button-${kind}`}
      aria-disabled={isBlocked || undefined}
      aria-describedby={props.describedBy}
      aria-label={props.label}
      aria-pressed={props.isPressed}
      onClick={(event) => {
        if (isBlocked) event.preventDefault()
        else props.onClick?.(event)
      }}
    >
      {busy ?? props.children}
    </button>
  )
}
