import { EmptyState } from '@xingtan/ui/components/empty-state'
import { ErrorState } from '@xingtan/ui/components/error-state'
import { MoreButton } from '@xingtan/ui/components/more-button'
import { Skeleton } from '@xingtan/ui/components/skeleton'
import { Link, useSearchParams } from 'react-router'
import { Page } from '../../components/page.tsx'
import { InboxFilter, readFilter } from './inbox-filter.tsx'
import { InboxTable } from './inbox-table.tsx'
import { useConsultations } from './use-consultations.ts'
import './consultation.css'

/** 咨询投诉举报: the inbox of one's agency by due day (PUB-6). */
export function InboxPage() {
  const [search] = useSearchParams()
  const filter = readFilter(search)
  const items = useConsultations(filter)
  const rows = items.data ?? []
  return (
    <Page
      title="咨询投诉举报"
      lead="按答复期限排列。举报只有限制库管理人员能看到，咨询和投诉由信息公开人员办理。"
      aside={
        <Link to="/consultations/board" className="shortcut">
          办理情况统计
        </Link>
      }
    >
      <InboxFilter search={search} filter={filter} />
      {items.isPending && <Skeleton lines={8} label="正在读取咨询投诉举报" />}
      {items.isError && <ErrorState error={items.error} onRetry={() => void items.refetch()} />}
      {items.data !== undefined && rows.length === 0 && (
        <EmptyState title="没有符合条件的事项">
          <p>申请人在中国教师资格网提交的咨询、投诉和举报会出现在这里。</p>
        </EmptyState>
      )}
      {rows.length > 0 && (
        <>
          <InboxTable rows={rows} />
          <MoreButton
            shownCount={rows.length}
            hasMore={items.hasNextPage}
            isLoading={items.isFetchingNextPage}
            onMore={() => void items.fetchNextPage()}
          />
        </>
      )}
    </Page>
  )
}
