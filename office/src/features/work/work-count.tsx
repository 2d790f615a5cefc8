import type { ReactNode } from 'react'
import { Link } from 'react-router'

interface WorkCountProps {
  readonly to: string
  readonly title: string
  readonly count: number
  readonly tone: 'stop' | 'warn' | 'plain'
  readonly children: ReactNode
}

/** One number that opens its queue; it is coloured only when there is something to do. */
export function WorkCount({ to, title, count, tone, children }: WorkCountProps) {
  const shown = count === 0 ? 'none' : tone
  return (
    <li>
      <Link to={to} className={`count count-${shown}`}>
        <span className="count-title">{title}</span>
        <span className="count-number">
          {count}
          <span className="count-unit">件</span>
        </span>
        <span className="count-sentence">{children}</span>
      </Link>
    </li>
  )
}
