import { useInfiniteQuery } from '@tanstack/react-query'
import { type ServiceRow, listServiceRequestsEndpoint } from '@xingtan/contract/office/service'
import { CORRECTION_FIELD_TITLES, SERVICE_KIND_TITLES, type ServiceState } from '@xingtan/contract/service'
import { call } from '@xingtan/ui/call'
import { EmptyState } from '@xingtan/ui/components/empty-state'
import { ErrorState } from '@xingtan/ui/components/error-state'
import { MoreButton } from '@xingtan/ui/components/more-button'
import { Skeleton } from '@xingtan/ui/components/skeleton'
import { StatusTag, type Tone } from '@xingtan/ui/components/status-tag'
import { formatInstantShort } from '@xingtan/ui/date-format'
import type { ProblemError } from '@xingtan/ui/problem-error'
import { Button } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { ChipGroup } from '../../components/chip-group.tsx'
import { Page } from '../../components/page.tsx'
import { RecoveryDialog } from './recovery-dialog.tsx'
import { RequestDialog } from './request-dialog.tsx'
import './service.css'

type State = 'waiting' | 'closed'

interface Listed {
  readonly rows: readonly ServiceRow[]
  readonly after: string | null
}

const STATES: Readonly<Record<ServiceState, { readonly tone: Tone; readonly title: string }>> = {
  waiting: { tone: 'act', title: '办理中' },
  objected: { tone: 'stop', title: '本人异议，已停止' },
  done: { tone: 'ok', title: '已办结' },
  declined: { tone: 'neutral', title: '未同意' },
}

function useRequests(state: State) {
  return useInfiniteQuery<Listed, ProblemError, readonly ServiceRow[], readonly unknown[], string | undefined>({
    queryKey: [listServiceRequestsEndpoint.name, state],
    queryFn: ({ pageParam, signal }) =>
      call(
        listServiceRequestsEndpoint,
        { state, ...(pageParam === undefined ? {} : { after: pageParam }) },
        { signal },
      ),
    initialPageParam: undefined,
    getNextPageParam: (last) => last.after ?? undefined,
    select: (data) => data.pages.flatMap((page) => page.rows),
  })
}

/** 服务申请: lost phones in person and corrections of personal data of one's own agency (ACC-7, PRO-10). */
export function ServicePage() {
  const [search] = useSearchParams()
  const state: State = search.get('state') === 'closed' ? 'closed' : 'waiting'
  const [isOpening, setIsOpening] = useState(false)
  const [open, setOpen] = useState<ServiceRow>()
  const query = useRequests(state)
  const rows = query.data ?? []
  return (
    <Page
      title="服务申请"
      lead="更换手机号码须本人持证件到场，72 小时后生效；更正个人信息由申请人在网上提出，请核对后答复。"
      aside={
        <Button type="primary" onClick={() => setIsOpening(true)}>
          为到场人员更换手机号码
        </Button>
      }
    >
      <nav className="filter-bar" aria-label="筛选">
        <ChipGroup
          title="进度"
          name="service-state"
          chips={[
            { title: '办理中', isOn: state === 'waiting', to: '/service' },
            { title: '已办结', isOn: state === 'closed', to: '/service?state=closed' },
          ]}
        />
      </nav>
      {query.isPending && <Skeleton lines={6} label="正在读取服务申请" />}
      {query.isError && query.data === undefined && (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      )}
      {query.data !== undefined && rows.length === 0 && (
        <EmptyState title={state === 'waiting' ? '没有办理中的服务申请' : '还没有办结的服务申请'}>
          <p>申请人到场更换手机号码的，请点“为到场人员更换手机号码”。</p>
        </EmptyState>
      )}
      <ul className="service-list">
        {rows.map((row) => (
          <li key={row.requestId}>
            <div>
              <p>
                <strong>{SERVICE_KIND_TITLES[row.kind]}</strong>
                {row.field !== null && `（${CORRECTION_FIELD_TITLES[row.field]}）`}{' '}
                <StatusTag tone={STATES[row.state].tone}>{STATES[row.state].title}</StatusTag>
              </p>
              <p>
                {row.name}，{row.maskedDocumentNumber}，受理编号 {row.number}
              </p>
              <p className="quiet">
                {formatInstantShort(row.openedAt)} 提出
                {row.effectiveAt !== null &&
                  row.state === 'waiting' &&
                  `，${formatInstantShort(row.effectiveAt)} 无异议生效`}
              </p>
            </div>
            <Button aria-label={`查看${row.name}的申请 ${row.number}`} onClick={() => setOpen(row)}>
              查看
            </Button>
          </li>
        ))}
      </ul>
      {rows.length > 0 && (
        <MoreButton
          shownCount={rows.length}
          hasMore={query.hasNextPage}
          isLoading={query.isFetchingNextPage}
          onMore={() => void query.fetchNextPage()}
        />
      )}
      {isOpening && <RecoveryDialog onClose={() => setIsOpening(false)} />}
      {open !== undefined && (
        <RequestDialog key={open.requestId} requestId={open.requestId} onClose={() => setOpen(undefined)} />
      )}
    </Page>
  )
}
