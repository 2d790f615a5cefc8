import type { AuditFilter } from '@xingtan/contract/office/audit'
import { EmptyState } from '@xingtan/ui/components/empty-state'
import { ErrorState } from '@xingtan/ui/components/error-state'
import { MoreButton } from '@xingtan/ui/components/more-button'
import { Skeleton } from '@xingtan/ui/components/skeleton'
import { useSearchParams } from 'react-router'
import { Page } from '../../components/page.tsx'
import { readValues, toFilter } from './audit-address.ts'
import { AuditFilterForm } from './audit-filter.tsx'
import { AuditTable } from './audit-table.tsx'
import { ChainState } from './chain-state.tsx'
import { useAudit } from './use-audit.ts'
import './audit.css'

function exportAddress(filter: AuditFilter): string {
  const asked = Object.entries(filter).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
  return `/api/audit-export?${new URLSearchParams(asked).toString()}`
}

/** 审计查询: events of the own tree, and whether they still stand as they were written (ADM-5). */
export function AuditPage() {
  const [search] = useSearchParams()
  const values = readValues(search)
  const filter = toFilter(values)
  const events = useAudit(filter)
  const rows = events.data ?? []
  return (
    <Page
      title="审计查询"
      lead="查询本机构和下级机构的操作记录。不填日期时显示最近 7 天。您的每次查询、查看和导出也会留下记录。"
      aside={
        filter === undefined ? undefined : (
          <a className="shortcut" href={exportAddress(filter)} download>
            导出 Excel
          </a>
        )
      }
    >
      <ChainState />
      <AuditFilterForm key={search.toString()} values={values} />
      {events.isLoading && <Skeleton lines={8} label="正在查询审计事件" />}
      {events.isError && <ErrorState error={events.error} onRetry={() => void events.refetch()} />}
      {events.data !== undefined && rows.length === 0 && (
        <EmptyState title="没有符合条件的事件">
          <p>请放宽时间范围或去掉部分条件后再查询。</p>
        </EmptyState>
      )}
      {rows.length > 0 && (
        <>
          <AuditTable rows={rows} />
          <MoreButton
            shownCount={rows.length}
            hasMore={events.hasNextPage}
            isLoading={events.isFetchingNextPage}
            onMore={() => void events.fetchNextPage()}
          />
        </>
      )}
    </Page>
  )
}
