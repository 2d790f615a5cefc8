import { PageTitle } from '@xingtan/ui/components/page-title'
import type { ReactNode } from 'react'

interface PageProps {
  readonly title: string
  readonly lead?: ReactNode
  /** Beside the title. */
  readonly aside?: ReactNode
  readonly className?: string
  readonly children: ReactNode
}

/** One page of the office: the title that takes the focus after a navigation, then the content at full width. */
export function Page({ title, lead, aside, className, children }: PageProps) {
  return (
    <div className={className === undefined ? 'page' : `page ${className}`}>
      <PageTitle title={title} lead={lead} aside={aside} />
      {children}
    </div>
  )
}
