import './button.css'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { ButtonKind } from './button.tsx'

export interface LinkButtonProps {
  readonly to: string
  readonly kind?: ButtonKind
  readonly children: ReactNode
}

/** A link that looks like a button: it leads somewhere and does nothing. */
export function LinkButton({ to, kind = 'primary', children }: LinkButtonProps) {
  return (
    <Link to={to} className={`button button-${kind}`}>
      {children}
    </Link>
  )
}
