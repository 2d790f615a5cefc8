import type { CaseRow } from '@xingtan/contract/office/case'
import { EmptyState } from '@xingtan/ui/components/empty-state'
import { ErrorState } from '@xingtan/ui/components/error-state'
import { MoreButton } from '@xingtan/ui/components/more-button'
import { Skeleton } from '@xingtan/ui/components/skeleton'
import { Link, useSearchParams } from 'react-router'
import { CaseTable } from '../../components/case-table.tsx'
import { useSelection } from '../../components/use-selection.ts'
import { Page } from '../../components/page.tsx'
import { hasRole, useOfficer } from '../../session/officer-context.ts'
import { BulkBar } from './bulk-bar.tsx'
import { FilterBar } from './filter-bar.tsx'
import { parseFilters } from './queue-filters.ts'
import { QueueSearch } from './queue-search.tsx'
import { useCases } from './use-cases.ts'
import './queue.css'

const NO_ROWS: readonly CaseRow[] = []

/** Queue of one's own agency and point; the filters stand in the address. */
export function QueuePage() {
  const officer = useOfficer()
  const [search] = useSearchParams()
  const filters = parseFilters(search)
  const cases = useCases(filters)
  const rows = cases.data ?? NO_ROWS
  const { chosen, selection, clear } = useSelection(rows)
  const canChoose = hasRole(officer, 'vet', 'review', 'approve')
  return (
    <Page
      title="办理队列"
      lead="按到期日从早到晚排列。按上下方向键移动，按回车键打开。"
      aside={<Link to="/runs">批量办理记录</Link>}
    >
      {hasRole(officer, 'confirm', 'review', 'approve') && <QueueSearch />}
      <FilterBar filters={filters} />
      {cases.isPending && <Skeleton lines={10} label="正在读取队列" />}
      {cases.isError && cases.data === undefined && (
        <ErrorState error={cases.error} onRetry={() => void cases.refetch()} />
      )}
      {cases.data !== undefined && rows.length === 0 && <NoCases isFiltered={Object.keys(filters).length > 0} />}
      {rows.length > 0 && (
        <>
          <CaseTable rows={rows} caption="办理队列" {...(canChoose ? { selection } : {})} />
          <MoreButton
            shownCount={rows.length}
            hasMore={cases.hasNextPage}
            isLoading={cases.isFetchingNextPage}
            onMore={() => void cases.fetchNextPage()}
          />
          {cases.isFetchNextPageError && <ErrorState error={cases.error} onRetry={() => void cases.fetchNextPage()} />}
        </>
      )}
      <BulkBar chosen={chosen} onClear={clear} />
    </Page>
  )
}

function NoCases({ isFiltered }: { readonly isFiltered: boolean }) {
  return isFiltered ? (
    <EmptyState title="没有符合筛选条件的件">
      <p>
        请减少筛选条件，或者<Link to="/cases">查看全部</Link>。
      </p>
    </EmptyState>
  ) : (
    <EmptyState title="队列中没有件">
      <p>
        申请人提交后会出现在这里。您可以<Link to="/">回到我的工作</Link>。
      </p>
    </EmptyState>
  )
}
