import './site-layout.css'
import type { ReactNode } from 'react'
import { DemoBanner } from './demo-banner.tsx'
import { SkipLink } from './skip-link.tsx'
import { ToastRegion } from './toast-region.tsx'

export interface SiteLayoutProps {
  /** A `header` element. */
  readonly header: ReactNode
  /** A `footer` element. */
  readonly footer?: ReactNode
  readonly isDemo: boolean
  readonly children: ReactNode
}

/** The frame of both sites: skip link, demonstration banner, landmarks, and the place where short messages appear. */
export function SiteLayout({ header, footer, isDemo, children }: SiteLayoutProps) {
  return (
    <ToastRegion>
      <div className="site">
        <SkipLink />
        {isDemo && <DemoBanner />}
        {header}
        <main className="site-main" id="main" tabIndex={-1}>
          {children}
        </main>
        {footer}
      </div>
    </ToastRegion>
  )
}
