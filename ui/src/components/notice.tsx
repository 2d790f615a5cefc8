import './panel.css'
import './status-tag.css'
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

export interface NoticeProps {
  /** `act` = you must do something; `wait` = somebody else is at work. */
  readonly tone: 'info' | 'ok' | 'warn' | 'stop' | 'act' | 'wait'
  readonly title?: string
  readonly children: ReactNode
  /** Read out when it appears while the page is open. */
  readonly isLive?: boolean
}

/** A passage that must not be missed, on the soft ground of its tone. */
export function Notice({ tone, title, children, isLive }: NoticeProps) {
  return (
    <div className={`notice tone-${tone}`} role={isLive === true ? 'status' : undefined}>
      <Icon name={tone === 'act' ? 'next' : tone} size={20} />
      <div className="notice-body">
        {title !== undefined && <strong className="notice-title">{title}</strong>}
        {children}
      </div>
    </div>
  )
}
