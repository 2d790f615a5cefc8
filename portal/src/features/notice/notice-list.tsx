import './notice.css'
import { BUSINESS_TITLES, type NoticeLine } from '@xingtan/contract/notice'
import { StatusTag } from '@xingtan/ui/components/status-tag'
import { dayOf } from '@xingtan/ui/date-format'
import { Link } from 'react-router'
import { paths } from '../../paths.ts'

/** Announcements as lines: title, who says it, about what, since when. */
export function NoticeList({ notices }: { readonly notices: readonly NoticeLine[] }) {
  return (
    <ul className="notices">
      {notices.map(({ id, title, publisher, publishedAt, business, isPinned }) => (
        <li key={id}>
          <p>
            {isPinned && <StatusTag tone="act">置顶</StatusTag>} <Link to={paths.notice(id)}>{title}</Link>
          </p>
          <p className="secondary">
            {publisher}　{BUSINESS_TITLES[business]}　<time dateTime={publishedAt}>{dayOf(publishedAt)}</time>
          </p>
        </li>
      ))}
    </ul>
  )
}
