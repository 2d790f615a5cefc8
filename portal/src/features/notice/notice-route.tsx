import './notice.css'
import { getNoticeEndpoint } from '@xingtan/contract/place'
import { EmptyState } from '@xingtan/ui/components/empty-state'
import { LinkButton } from '@xingtan/ui/components/link-button'
import { PageTitle } from '@xingtan/ui/components/page-title'
import { QueryState } from '@xingtan/ui/components/query-state'
import { formatInstant } from '@xingtan/ui/date-format'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Link, useParams } from 'react-router'
import { paths } from '../../paths.ts'

/** 公告: one announcement while it is published (PUB-1). */
export function NoticeRoute() {
  const { noticeId = '' } = useParams()
  const query = useEndpoint(getNoticeEndpoint, { noticeId })
  // An address that is no id and one whose notice was taken down look the same to a reader.
  if (query.error !== null && (query.error.status === 404 || query.error.status === 400)) {
    return (
      <>
        <PageTitle title="没有找到这条公告" />
        <EmptyState title="公告可能已经撤下，或者地址有误">
          <div className="button-row">
            <LinkButton to={paths.home}>返回首页查看公告</LinkButton>
          </div>
        </EmptyState>
      </>
    )
  }
  return (
    <article className="text-column">
      <PageTitle
        title={query.data?.title ?? '公告'}
        lead={query.data && `${query.data.publisher}　${formatInstant(query.data.publishedAt)}`}
      />
      <QueryState query={query} skeletonLines={8}>
        {({ paragraphs }) => (
          <div className="notice-text">
            {paragraphs.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </div>
        )}
      </QueryState>
      <p className="notice-back no-print">
        <Link to={paths.home}>返回首页</Link>
      </p>
    </article>
  )
}
