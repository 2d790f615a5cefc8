import { type OnlineRow, OnlineState } from '@xingtan/contract/office/material'
import { EmptyState } from '@xingtan/ui/components/empty-state'
import { ErrorState } from '@xingtan/ui/components/error-state'
import { MoreButton } from '@xingtan/ui/components/more-button'
import { Skeleton } from '@xingtan/ui/components/skeleton'
import { Link, useSearchParams } from 'react-router'
import { CaseTable } from '../../components/case-table.tsx'
import { Page } from '../../components/page.tsx'
import { useSelection } from '../../components/use-selection.ts'
import { ConfirmBar } from './confirm-bar.tsx'
import { laneCell } from './lane-cell.tsx'
import { OnlineFilterBar } from './online-filter-bar.tsx'
import { parseFilters } from './online-filters.ts'
import { useOnlineCases } from './use-online-cases.ts'
import './online.css'

/** Beside the fixed columns: the lane, when it was handed in, and the time granted. */
const LANE_COLUMN = { title: '网上办理', cell: laneCell }
const NO_ROWS: readonly OnlineRow[] = []

/** 网上审核: cases handed in online, sorted by what the sources say; the filters stand in the address (CNF-3). */
export function OnlinePage() {
  const [search] = useSearchParams()
  const filters = parseFilters(search)
  const cases = useOnlineCases(filters)
  const rows = cases.data ?? NO_ROWS
  const { chosen, selection, clear } = useSelection(rows)
  return (
    <Page title="网上审核" lead="按提交时间从早到晚排列。分类由各数据来源的结果自动给出，是否通过由您审核后决定。">
      <OnlineFilterBar filters={filters} />
      {cases.isPending && <Skeleton lines={10} label="正在读取网上审核队列" />}
      {cases.isError && cases.data === undefined && (
        <ErrorState error={cases.error} onRetry={() => void cases.refetch()} />
      )}
      {cases.data !== undefined && rows.length === 0 && (
        <NoCases isToDo={filters.state === OnlineState.enum['handed-in']} />
      )}
      {rows.length > 0 && (
        <>
          <CaseTable
            rows={rows}
            caption="网上审核队列"
            hrefOf={({ applicationId }) => `/online/${applicationId}`}
            extra={LANE_COLUMN}
            {...(filters.state === 'handed-in' ? { selection } : {})}
          />
          <MoreButton
            shownCount={rows.length}
            hasMore={cases.hasNextPage}
            isLoading={cases.isFetchingNextPage}
            onMore={() => void cases.fetchNextPage()}
          />
          {cases.isFetchNextPageError && <ErrorState error={cases.error} onRetry={() => void cases.fetchNextPage()} />}
        </>
      )}
      <ConfirmBar chosen={chosen} onClear={clear} />
    </Page>
  )
}

function NoCases({ isToDo }: { readonly isToDo: boolean }) {
  return isToDo ? (
    <EmptyState title="没有待审核的件">
      <p>
        申请人提交全部材料后会出现在这里。您可以<Link to="/online?state=supplement">查看等待补正的件</Link>。
      </p>
    </EmptyState>
  ) : (
    <EmptyState title="没有符合条件的件">
      <p>
        您可以<Link to="/online">查看待审核的件</Link>。
      </p>
    </EmptyState>
  )
}
