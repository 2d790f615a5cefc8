import { getChannelSummaryEndpoint } from '@xingtan/contract/office/channel'
import { EmptyState } from '@xingtan/ui/components/empty-state'
import { ErrorState } from '@xingtan/ui/components/error-state'
import { MoreButton } from '@xingtan/ui/components/more-button'
import { Notice } from '@xingtan/ui/components/notice'
import { Skeleton } from '@xingtan/ui/components/skeleton'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Link, useSearchParams } from 'react-router'
import { Page } from '../../components/page.tsx'
import { hasRole, useOfficer } from '../../session/officer-context.ts'
import { PostFilter, readPostFilter } from './post-filter.tsx'
import { PostTable } from './post-table.tsx'
import { usePosts } from './use-posts.ts'
import './channel.css'

/** 通知与手册: what the levels tell each other; never public (ADM-7). */
export function ChannelPage() {
  const officer = useOfficer()
  const [search] = useSearchParams()
  const filter = readPostFilter(search)
  const summary = useEndpoint(getChannelSummaryEndpoint, {})
  const posts = usePosts(filter)
  const rows = posts.data ?? []
  const mayPost = hasRole(officer, 'plan', 'users', 'publicity', 'restrict')
  return (
    <Page
      title="通知与手册"
      lead="上下级机构之间的通知、手册和来函。内容和附件不得对外公开。"
      aside={
        mayPost ? (
          <Link to="/channel/new" className="shortcut">
            写通知或来函
          </Link>
        ) : undefined
      }
    >
      {summary.data !== undefined && summary.data.unconfirmed > 0 && (
        <Notice tone="act">
          <p>
            有 {summary.data.unconfirmed} 份文件需要您确认已读
            {summary.data.overdue > 0 && `，其中 ${summary.data.overdue} 份已超过阅读期限`}。
          </p>
        </Notice>
      )}
      <PostFilter key={filter.search ?? ''} search={search} filter={filter} />
      {posts.isPending && <Skeleton lines={8} label="正在读取通知与手册" />}
      {posts.isError && <ErrorState error={posts.error} onRetry={() => void posts.refetch()} />}
      {posts.data !== undefined && rows.length === 0 && (
        <EmptyState title="没有符合条件的文件">
          <p>上级机构发来的通知、手册和来函会出现在这里。</p>
        </EmptyState>
      )}
      {rows.length > 0 && (
        <>
          <PostTable rows={rows} isOut={filter.box === 'out'} />
          <MoreButton
            shownCount={rows.length}
            hasMore={posts.hasNextPage}
            isLoading={posts.isFetchingNextPage}
            onMore={() => void posts.fetchNextPage()}
          />
        </>
      )}
    </Page>
  )
}
