import { useInfiniteQuery } from '@tanstack/react-query'
import { REVIEW_OUTCOME_TITLES } from '@xingtan/contract/appeal'
import type { OutputOf } from '@xingtan/contract/endpoint'
import { type ReviewRequestRow, listReviewRequestsEndpoint } from '@xingtan/contract/office/appeal'
import { call } from '@xingtan/ui/call'
import { EmptyState } from '@xingtan/ui/components/empty-state'
import { ErrorState } from '@xingtan/ui/components/error-state'
import { MoreButton } from '@xingtan/ui/components/more-button'
import { Skeleton } from '@xingtan/ui/components/skeleton'
import { formatInstantShort } from '@xingtan/ui/date-format'
import type { ProblemError } from '@xingtan/ui/problem-error'
import { Link, useSearchParams } from 'react-router'
import { DueCell } from '../../components/due-cell.tsx'
import { Page } from '../../components/page.tsx'
import { ScrollRegion } from '../../components/scroll-region.tsx'
import { useOfficer } from '../../session/officer-context.ts'
import './appeal.css'

type State = 'open' | 'answered'
type Listed = OutputOf<typeof listReviewRequestsEndpoint>

function useRequests(state: State) {
  return useInfiniteQuery<Listed, ProblemError, Listed['rows'], readonly unknown[], string | undefined>({
    queryKey: [listReviewRequestsEndpoint.name, state],
    queryFn: ({ pageParam, signal }) =>
      call(listReviewRequestsEndpoint, { state, ...(pageParam !== undefined && { after: pageParam }) }, { signal }),
    initialPageParam: undefined,
    getNextPageParam: (last) => last.after ?? undefined,
    select: (data) => data.pages.flatMap((page) => page.rows),
  })
}

/** 复查申请: what applicants ask to be looked at again after 认定未通过, first due first (APP-15). */
export function AppealsPage() {
  const [search] = useSearchParams()
  const state: State = search.get('state') === 'answered' ? 'answered' : 'open'
  const requests = useRequests(state)
  const rows = requests.data ?? []
  return (
    <Page
      title="复查申请"
      lead="申请人对“认定未通过”的结论申请复查，由没有参与审核和审批的工作人员在到期日前答复。"
      aside={<Link to="/ratings">服务评价</Link>}
    >
      <nav className="appeal-tabs" aria-label="筛选">
        <Link to="/appeals" aria-current={state === 'open' ? 'true' : undefined}>
          待答复
        </Link>
        <Link to="/appeals?state=answered" aria-current={state === 'answered' ? 'true' : undefined}>
          已答复
        </Link>
      </nav>
      {requests.isPending && <Skeleton lines={6} label="正在读取复查申请" />}
      {requests.isError && requests.data === undefined && (
        <ErrorState error={requests.error} onRetry={() => void requests.refetch()} />
      )}
      {requests.data !== undefined && rows.length === 0 && (
        <EmptyState title={state === 'open' ? '没有待答复的复查申请' : '还没有答复过复查申请'}>
          <p>
            申请人提出复查后会出现在这里。您可以<Link to="/">回到我的工作</Link>。
          </p>
        </EmptyState>
      )}
      {rows.length > 0 && (
        <>
          <RequestTable rows={rows} />
          <MoreButton
            shownCount={rows.length}
            hasMore={requests.hasNextPage}
            isLoading={requests.isFetchingNextPage}
            onMore={() => void requests.fetchNextPage()}
          />
        </>
      )}
    </Page>
  )
}

function RequestTable({ rows }: { readonly rows: readonly ReviewRequestRow[] }) {
  const { today } = useOfficer()
  return (
    <ScrollRegion className="table-scroll" label="复查申请">
      <table className="case-table">
        <thead>
          <tr>
            <th scope="col">报名号</th>
            <th scope="col">姓名</th>
            <th scope="col">申请时间</th>
            <th scope="col">答复到期</th>
            <th scope="col">结果</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.requestId}>
              <td className="nowrap">
                <Link to={`/appeals/${row.requestId}`}>{row.registrationNumber}</Link>
              </td>
              <td className="nowrap">{row.name}</td>
              <td className="nowrap">{formatInstantShort(row.requestedAt)}</td>
              <td className="nowrap">
                <DueCell
                  dueOn={row.dueOn}
                  provisional={row.dueProvisional}
                  isClosed={row.outcome !== null}
                  today={today}
                />
              </td>
              <td>{row.outcome === null ? '待答复' : REVIEW_OUTCOME_TITLES[row.outcome]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
