import './states.css'
import type { ReactNode } from 'react'

/** Nothing here yet: says so, says why, and offers the next step. */
export function EmptyState({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className="empty-state">
      <p className="state-title">{title}</p>
      {children}
    </div>
  )
}
