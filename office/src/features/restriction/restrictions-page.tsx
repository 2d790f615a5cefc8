import { RESTRICTION_STATE_TITLES, RestrictionState } from '@xingtan/contract/office/restriction'
import { EmptyState } from '@xingtan/ui/components/empty-state'
import { ErrorState } from '@xingtan/ui/components/error-state'
import { MoreButton } from '@xingtan/ui/components/more-button'
import { Skeleton } from '@xingtan/ui/components/skeleton'
import { Link, useSearchParams } from 'react-router'
import { Page } from '../../components/page.tsx'
import { EntryTable } from './entry-table.tsx'
import { useEntries } from './use-entries.ts'
import { WarningList } from './warning-list.tsx'
import './restriction.css'

/** 限制库: what one's own agency and those below entered, and what waits for one's review (RES-1, RES-3). */
export function RestrictionsPage() {
  const [search] = useSearchParams()
  const asked = RestrictionState.safeParse(search.get('state'))
  const state = asked.success ? asked.data : undefined
  const entries = useEntries(state)
  const rows = entries.data ?? []
  return (
    <Page
      title="限制库记录"
      lead="录入后立即暂缓作出认定结论；经上一级机构另一名人员复核后，在全国范围内生效。"
      aside={
        <Link to="/restrictions/new" className="shortcut">
          录入限制库
        </Link>
      }
    >
      <WarningList />
      <StateFilter state={state} />
      {entries.isPending && <Skeleton lines={8} label="正在读取限制库记录" />}
      {entries.isError && <ErrorState error={entries.error} onRetry={() => void entries.refetch()} />}
      {entries.data !== undefined && rows.length === 0 && (
        <EmptyState title={state === undefined ? '还没有记录' : `没有${RESTRICTION_STATE_TITLES[state]}的记录`}>
          <p>本机构和下级机构录入的记录会出现在这里。</p>
        </EmptyState>
      )}
      {rows.length > 0 && (
        <>
          <EntryTable rows={rows} />
          <MoreButton
            shownCount={rows.length}
            hasMore={entries.hasNextPage}
            isLoading={entries.isFetchingNextPage}
            onMore={() => void entries.fetchNextPage()}
          />
        </>
      )}
    </Page>
  )
}

function StateFilter({ state }: { readonly state: RestrictionState | undefined }) {
  return (
    <nav className="restriction-filter" aria-label="按状态筛选">
      <ul>
        <li>
          <Link className="chip" to="/restrictions" aria-current={state === undefined ? 'true' : undefined}>
            全部
          </Link>
        </li>
        {RestrictionState.options.map((each) => (
          <li key={each}>
            <Link
              className="chip"
              to={`/restrictions?state=${each}`}
              aria-current={each === state ? 'true' : undefined}
            >
              {RESTRICTION_STATE_TITLES[each]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
