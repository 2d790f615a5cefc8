import { useInfiniteQuery } from '@tanstack/react-query'
import type { OutputOf } from '@xingtan/contract/endpoint'
import { type AgencyMonth, listPlanCalendarsEndpoint } from '@xingtan/contract/plan-calendar'
import { call } from '@xingtan/ui/call'
import { Button } from '@xingtan/ui/components/button'
import { DataTable } from '@xingtan/ui/components/data-table'
import { ErrorState } from '@xingtan/ui/components/error-state'
import { MoreButton } from '@xingtan/ui/components/more-button'
import { Panel } from '@xingtan/ui/components/panel'
import { Skeleton } from '@xingtan/ui/components/skeleton'
import { formatWindow } from '@xingtan/ui/date-format'
import type { ProblemError } from '@xingtan/ui/problem-error'
import { useSearchParams } from 'react-router'

type MonthPage = OutputOf<typeof listPlanCalendarsEndpoint>

/** A month `2026-10` further by some months. */
function moveMonth(month: string, by: number): string {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + by
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`
}

interface ShownMonth {
  readonly month: string
  readonly rows: readonly AgencyMonth[]
}

/** A month of a province, page after page; the server says which month it is where none is asked for. */
function useMonth(provinceCode: string | undefined, month: string | undefined) {
  return useInfiniteQuery<MonthPage, ProblemError, ShownMonth, readonly unknown[], string | undefined>({
    queryKey: [listPlanCalendarsEndpoint.name, provinceCode, month],
    queryFn: ({ pageParam, signal }) =>
      call(
        listPlanCalendarsEndpoint,
        { provinceCode: provinceCode ?? '', ...(month && { month }), ...(pageParam && { after: pageParam }) },
        { signal },
      ),
    initialPageParam: undefined,
    getNextPageParam: (last) => last.after ?? undefined,
    select: ({ pages }) => ({ month: pages[0]?.month ?? '', rows: pages.flatMap(({ rows }) => rows) }),
    enabled: provinceCode !== undefined,
  })
}

const COLUMNS = [
  { key: 'agency', title: '认定机构', cell: ({ agencyName }: AgencyMonth) => agencyName },
  {
    key: 'network',
    title: '网上报名',
    cell: ({ network }: AgencyMonth) => formatWindow(network.opensAt, network.closesAt),
  },
  {
    key: 'confirm',
    title: '现场确认',
    cell: ({ confirm }: AgencyMonth) => formatWindow(confirm.opensAt, confirm.closesAt),
  },
]

interface ProvinceMonthProps {
  readonly provinceCode: string | undefined
  readonly provinceName: string | undefined
}

/** Which agencies of a province are at work in a month. */
export function ProvinceMonth({ provinceCode, provinceName }: ProvinceMonthProps) {
  const [search, setSearch] = useSearchParams()
  const asked = search.get('month') ?? ''
  const query = useMonth(provinceCode, /^20\d{2}-(?:0[1-9]|1[0-2])$/.test(asked) ? asked : undefined)
  if (provinceCode === undefined) return null
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  if (query.data === undefined) return <Skeleton lines={5} />
  const { month, rows } = query.data
  const show = (next: string) => {
    const changed = new URLSearchParams(search)
    changed.set('month', next)
    setSearch(changed, { replace: true })
  }
  const title = `${provinceName ?? ''}${Number(month.slice(0, 4))}年${Number(month.slice(5))}月的安排`
  return (
    <Panel title={title}>
      <div className="calendar-months">
        <Button kind="secondary" onClick={() => show(moveMonth(month, -1))}>
          上一月
        </Button>
        <Button kind="secondary" onClick={() => show(moveMonth(month, 1))}>
          下一月
        </Button>
      </div>
      {rows.length === 0 ? (
        <p className="secondary">这个月没有认定机构受理报名或现场确认。</p>
      ) : (
        <>
          <DataTable caption="办理时间表" columns={COLUMNS} rows={rows} rowKey={({ agencyCode }) => agencyCode} />
          <MoreButton
            shownCount={rows.length}
            hasMore={query.hasNextPage}
            isLoading={query.isFetchingNextPage}
            onMore={() => void query.fetchNextPage()}
          />
        </>
      )}
    </Panel>
  )
}
