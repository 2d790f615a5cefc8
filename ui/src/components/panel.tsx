import './panel.css'
import type { ReactNode } from 'react'
import { useId } from 'react'

export interface PanelProps {
  readonly title?: string
  readonly level?: 2 | 3
  /** Beside the title, for example 「修改」. */
  readonly action?: ReactNode
  readonly children: ReactNode
}

/** A block of one subject. */
export function Panel({ title, level = 2, action, children }: PanelProps) {
  const titleId = useId()
  if (title === undefined) return <div className="panel">{children}</div>
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section className="panel" aria-labelledby={titleId}>
      <div className="panel-head">
        <Heading id={titleId}>{title}</Heading>
        {action}
      </div>
      {children}
    </section>
  )
}
