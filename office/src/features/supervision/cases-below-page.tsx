import { useInfiniteQuery } from '@tanstack/react-query'
import { type BelowDue, listCasesBelowEndpoint } from '@xingtan/contract/office/supervision'
import type { OutputOf } from '@xingtan/contract/endpoint'
import { call } from '@xingtan/ui/call'
import { EmptyState } from '@xingtan/ui/components/empty-state'
import { ErrorState } from '@xingtan/ui/components/error-state'
import { MoreButton } from '@xingtan/ui/components/more-button'
import { Skeleton } from '@xingtan/ui/components/skeleton'
import type { ProblemError } from '@xingtan/ui/problem-error'
import { Link, useParams, useSearchParams } from 'react-router'
import { CaseTable } from '../../components/case-table.tsx'
import { Page } from '../../components/page.tsx'
import { BELOW_DUE_TITLES, boardPath, casesPath, parseDue } from './supervision-path.ts'
import './supervision.css'

type CasesBelow = OutputOf<typeof listCasesBelowEndpoint>

function useCasesBelow(agencyCode: string, due: BelowDue | undefined) {
  const asked = { agencyCode, ...(due === undefined ? {} : { due }) }
  return useInfiniteQuery<
    CasesBelow,
    ProblemError,
    { pages: readonly CasesBelow[] },
    readonly unknown[],
    string | undefined
  >({
    queryKey: [listCasesBelowEndpoint.name, asked],
    queryFn: ({ pageParam, signal }) =>
      call(listCasesBelowEndpoint, { ...asked, ...(pageParam === undefined ? {} : { after: pageParam }) }, { signal }),
    initialPageParam: undefined,
    getNextPageParam: (last) => last.after ?? undefined,
  })
}

/** The open cases of one agency below, for reading. */
export function CasesBelowPage() {
  const { agencyCode = '' } = useParams()
  const [search] = useSearchParams()
  const due = parseDue(search)
  const cases = useCasesBelow(agencyCode, due)
  const rows = cases.data?.pages.flatMap((page) => page.rows) ?? []
  const name = cases.data?.pages[0]?.agencyName ?? '下级机构'
  return (
    <Page title={`${name}未办结的件`} lead={<Link to={boardPath(agencyCode)}>返回该机构的督办页面</Link>}>
      <DueChips agencyCode={agencyCode} due={due} />
      {cases.isPending && <Skeleton lines={10} label="正在读取" />}
      {cases.isError && <ErrorState error={cases.error} onRetry={() => void cases.refetch()} />}
      {cases.data !== undefined && rows.length === 0 && (
        <EmptyState title="没有符合条件的件">
          <p>
            请更换到期条件，或者<Link to={casesPath(agencyCode)}>查看全部</Link>。
          </p>
        </EmptyState>
      )}
      {rows.length > 0 && (
        <>
          <CaseTable
            rows={rows}
            caption={`${name}未办结的件`}
            hrefOf={(row) => `/supervision/cases/${row.applicationId}`}
          />
          <MoreButton
            shownCount={rows.length}
            hasMore={cases.hasNextPage}
            isLoading={cases.isFetchingNextPage}
            onMore={() => void cases.fetchNextPage()}
          />
        </>
      )}
    </Page>
  )
}

function DueChips({ agencyCode, due }: { readonly agencyCode: string; readonly due: BelowDue | undefined }) {
  const titles = Object.entries(BELOW_DUE_TITLES) as [BelowDue, string][] // The keys of this very table.
  return (
    <nav className="board-chips" aria-label="按到期筛选">
      <Link className="chip" to={casesPath(agencyCode)} aria-current={due === undefined ? 'true' : undefined}>
        全部
      </Link>
      {titles.map(([value, title]) => (
        <Link
          key={value}
          className="chip"
          to={casesPath(agencyCode, value)}
          aria-current={due === value ? 'true' : undefined}
        >
          {title}
        </Link>
      ))}
    </nav>
  )
}
