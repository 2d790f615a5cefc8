import { useInfiniteQuery } from '@tanstack/react-query'
import type { OutputOf } from '@xingtan/contract/endpoint'
import { listStaffEndpoint } from '@xingtan/contract/office/staff'
import { call } from '@xingtan/ui/call'
import { EmptyState } from '@xingtan/ui/components/empty-state'
import { ErrorState } from '@xingtan/ui/components/error-state'
import { MoreButton } from '@xingtan/ui/components/more-button'
import { Skeleton } from '@xingtan/ui/components/skeleton'
import type { ProblemError } from '@xingtan/ui/problem-error'
import { Button } from 'antd'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { Page } from '../../components/page.tsx'
import { EnterPersonDialog } from './enter-person-dialog.tsx'
import { PeopleTable } from './people-table.tsx'
import './staff.css'

type PeoplePageOutput = OutputOf<typeof listStaffEndpoint>

const SHOWN = {
  waiting: '有待办申请',
  filed: '已备案',
  renewal: '即将到期',
  ended: '未备案或已到期',
  left: '已离岗',
} as const

type Show = keyof typeof SHOWN

function isShow(text: string | null): text is Show {
  return text !== null && Object.hasOwn(SHOWN, text)
}

function usePeople(show: Show | undefined) {
  return useInfiniteQuery<
    PeoplePageOutput,
    ProblemError,
    PeoplePageOutput['rows'],
    readonly unknown[],
    string | undefined
  >({
    queryKey: [listStaffEndpoint.name, show],
    queryFn: ({ pageParam, signal }) =>
      call(listStaffEndpoint, { ...(show && { show }), ...(pageParam && { after: pageParam }) }, { signal }),
    initialPageParam: undefined,
    getNextPageParam: (last) => last.after ?? undefined,
    select: (data) => data.pages.flatMap((page) => page.rows),
  })
}

/** 人员备案: the people of one's own agency and of those below; those up for renewal are renewed in bulk (ACC-8). */
export function PeoplePage() {
  const [search] = useSearchParams()
  const asked = search.get('show')
  const show = isShow(asked) ? asked : undefined
  const people = usePeople(show)
  const [isEntering, setEntering] = useState(false)
  const rows = people.data ?? []
  return (
    <Page
      title="人员备案"
      lead="系统使用人员须在省级教育行政部门实名备案，备案每年续期；未备案或备案到期的人员不能登录。"
      aside={
        <Button type="primary" onClick={() => setEntering(true)}>
          登记人员
        </Button>
      }
    >
      <nav className="staff-filter" aria-label="按备案状态筛选">
        <ul>
          <li>
            <Link className="chip" to="/staff" aria-current={show === undefined ? 'true' : undefined}>
              在岗人员
            </Link>
          </li>
          {Object.entries(SHOWN).map(([value, title]) => (
            <li key={value}>
              <Link className="chip" to={`/staff?show=${value}`} aria-current={show === value ? 'true' : undefined}>
                {title}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {people.isPending && <Skeleton lines={8} label="正在读取人员" />}
      {people.isError && <ErrorState error={people.error} onRetry={() => void people.refetch()} />}
      {people.data !== undefined && rows.length === 0 && (
        <EmptyState title={show === undefined ? '还没有人员' : `没有${SHOWN[show]}的人员`}>
          <p>本机构和下级机构登记的人员会出现在这里。</p>
        </EmptyState>
      )}
      {rows.length > 0 && (
        <>
          <PeopleTable key={show ?? 'all'} rows={rows} isRenewal={show === 'renewal'} />
          <MoreButton
            shownCount={rows.length}
            hasMore={people.hasNextPage}
            isLoading={people.isFetchingNextPage}
            onMore={() => void people.fetchNextPage()}
          />
        </>
      )}
      {isEntering && <EnterPersonDialog onClose={() => setEntering(false)} />}
    </Page>
  )
}
