import { useInfiniteQuery } from '@tanstack/react-query'
import type { OutputOf } from '@xingtan/contract/endpoint'
import { listUnreadThreadsEndpoint } from '@xingtan/contract/office/thread'
import { call } from '@xingtan/ui/call'
import { EmptyState } from '@xingtan/ui/components/empty-state'
import { ErrorState } from '@xingtan/ui/components/error-state'
import { MoreButton } from '@xingtan/ui/components/more-button'
import { Skeleton } from '@xingtan/ui/components/skeleton'
import { formatInstantShort } from '@xingtan/ui/date-format'
import type { ProblemError } from '@xingtan/ui/problem-error'
import { Link } from 'react-router'
import { CaseTable } from '../../components/case-table.tsx'
import { Page } from '../../components/page.tsx'

type UnreadPageOf = OutputOf<typeof listUnreadThreadsEndpoint>
type UnreadRow = UnreadPageOf['rows'][number]

function unreadCell({ unread, waitingSince }: UnreadRow) {
  return (
    <>
      <strong>{unread} 条未读</strong>
      <span className="quiet nowrap"> {formatInstantShort(waitingSince)} 起</span>
    </>
  )
}

const UNREAD_COLUMN = { title: '留言', cell: unreadCell }

/** Cases whose owners wrote and nobody has read it, the longest waiting first (CNF-4). */
export function UnreadThreadsPage() {
  const query = useInfiniteQuery<
    UnreadPageOf,
    ProblemError,
    readonly UnreadRow[],
    readonly unknown[],
    string | undefined
  >({
    queryKey: [listUnreadThreadsEndpoint.name],
    queryFn: ({ pageParam, signal }) =>
      call(listUnreadThreadsEndpoint, pageParam === undefined ? {} : { after: pageParam }, { signal }),
    initialPageParam: undefined,
    getNextPageParam: (last) => last.after ?? undefined,
    select: (data) => data.pages.flatMap((page) => page.rows),
    staleTime: 0,
  })
  const rows = query.data ?? []
  return (
    <Page title="未读留言" lead="申请人的留言，等待最久的在前。打开本件后即算已读，请及时答复。">
      {query.isPending && <Skeleton lines={6} label="正在读取未读留言" />}
      {query.isError && query.data === undefined && (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      )}
      {query.data !== undefined && rows.length === 0 && (
        <EmptyState title="没有未读留言">
          <p>
            申请人留言后会出现在这里。您可以<Link to="/">回到我的工作</Link>。
          </p>
        </EmptyState>
      )}
      {rows.length > 0 && (
        <>
          <CaseTable rows={rows} caption="未读留言" extra={UNREAD_COLUMN} />
          <MoreButton
            shownCount={rows.length}
            hasMore={query.hasNextPage}
            isLoading={query.isFetchingNextPage}
            onMore={() => void query.fetchNextPage()}
          />
        </>
      )}
    </Page>
  )
}
