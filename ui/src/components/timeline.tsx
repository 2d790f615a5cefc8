import './timeline.css'
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

export interface TimelineItem {
  readonly id: string
  readonly kind: 'done' | 'now' | 'next'
  /** Official status word or event. */
  readonly title: string
  /** Who did it, who acts now, or who comes next. */
  readonly who?: string | undefined
  /** When it happened, or by when at the latest. */
  readonly when?: string | undefined
  /** One plain sentence: what it means, what happens if it is late. */
  readonly text?: ReactNode
}

const KINDS = { done: '已完成', now: '进行中', next: '接下来' } as const

/** The road of a case: done, now, next. */
export function Timeline({ items }: { readonly items: readonly TimelineItem[] }) {
  return (
    <ol className="timeline">
      {items.map(({ id, kind, title, who, when, text }) => (
        <li className={`timeline-item timeline-${kind}`} key={id} aria-current={kind === 'now' ? 'step' : undefined}>
          <span className="timeline-dot">
            {kind === 'done' && <Icon name="ok" size={14} />}
            {kind === 'now' && <Icon name="wait" size={16} />}
          </span>
          <p className="timeline-title">
            {title}
            <span className={kind === 'now' ? 'timeline-kind' : 'visually-hidden'}>{KINDS[kind]}</span>
          </p>
          {(who !== undefined || when !== undefined) && (
            <p className="timeline-fact">{[when, who].filter((part) => part !== undefined).join('　')}</p>
          )}
          {text !== undefined && <div className="timeline-text">{text}</div>}
        </li>
      ))}
    </ol>
  )
}
