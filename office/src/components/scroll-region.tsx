import type { ReactNode } from 'react'

interface ScrollRegionProps {
  /** Name of the region; or the id of its heading in `labelledBy`. */
  readonly label?: string
  readonly labelledBy?: string
  readonly className: string
  readonly children: ReactNode
}

/** A named region that scrolls by itself, also without a mouse. */
export function ScrollRegion({ label, labelledBy, className, children }: ScrollRegionProps) {
  return (
    // What scrolls must be reachable by keyboard (WCAG 2.1.1).
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={className} aria-label={label} aria-labelledby={labelledBy} tabIndex={0}>
      {children}
    </section>
  )
}
