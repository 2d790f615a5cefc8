import './page-title.css'
import { type ReactNode, useContext, useEffect, useRef } from 'react'
import { useLocation } from 'react-router'
import { SiteName } from '../site-name.ts'

export interface PageTitleProps {
  readonly title: string
  /** One or two sentences under the title. */
  readonly lead?: ReactNode
  /** Beside the title: a save stamp, a status. */
  readonly aside?: ReactNode
  /** Start pages show their name in the header already. */
  readonly isHidden?: boolean
}

/** The page's one `h1`; names the document, and takes focus after a navigation so that reading starts here. */
export function PageTitle({ title, lead, aside, isHidden }: PageTitleProps) {
  const siteName = useContext(SiteName)
  const heading = useRef<HTMLHeadingElement>(null)
  const { pathname, key } = useLocation()
  const arrivedAt = useRef('')
  useEffect(() => {
    document.title = siteName === title ? siteName : `${title} - ${siteName}`
  }, [siteName, title])
  useEffect(() => {
    // Filters in the query string change the page, they do not begin a new one.
    if (arrivedAt.current === pathname) return
    arrivedAt.current = pathname
    // The first page of a visit keeps the browser's own start; `default` is the key of that entry.
    if (key !== 'default') heading.current?.focus({ preventScroll: true })
  }, [pathname, key])
  return (
    <div className={isHidden === true ? 'visually-hidden' : 'page-title'}>
      <div className="page-title-row">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {aside}
      </div>
      {lead !== undefined && <p className="page-title-lead">{lead}</p>}
    </div>
  )
}
