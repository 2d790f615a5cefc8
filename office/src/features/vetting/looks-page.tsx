import { useInfiniteQuery } from '@tanstack/react-query'
import type { OutputOf } from '@xingtan/contract/endpoint'
import { LOOK_WAY_TITLES, listVettingLooksEndpoint, listVettingPurgesEndpoint } from '@xingtan/contract/office/vetting'
import { call } from '@xingtan/ui/call'
import { type Column, DataTable } from '@xingtan/ui/components/data-table'
import { EmptyState } from '@xingtan/ui/components/empty-state'
import { QueryState } from '@xingtan/ui/components/query-state'
import { formatInstantShort } from '@xingtan/ui/date-format'
import type { ProblemError } from '@xingtan/ui/problem-error'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Page } from '../../components/page.tsx'
import { PagedTable } from '../../components/paged-table.tsx'
import { VettingNav } from './vetting-nav.tsx'
import './vetting.css'

type Looks = OutputOf<typeof listVettingLooksEndpoint>
type Purge = OutputOf<typeof listVettingPurgesEndpoint>['purges'][number]

function useLooks() {
  return useInfiniteQuery<Looks, ProblemError, Looks['rows'], readonly unknown[], string | undefined>({
    queryKey: [listVettingLooksEndpoint.name],
    queryFn: ({ pageParam, signal }) =>
      call(listVettingLooksEndpoint, pageParam === undefined ? {} : { after: pageParam }, { signal }),
    initialPageParam: undefined,
    getNextPageParam: (last) => last.after ?? undefined,
    select: (data) => data.pages.flatMap((page) => page.rows),
  })
}

const LOOKS: readonly Column<Looks['rows'][number]>[] = [
  { key: 'at', title: '时间', cell: ({ at }) => formatInstantShort(at) },
  { key: 'by', title: '查阅人', cell: ({ by }) => by },
  { key: 'way', title: '方式', cell: ({ way }) => LOOK_WAY_TITLES[way] },
  { key: 'number', title: '报名号', cell: ({ registrationNumber }) => registrationNumber ?? '整批名单' },
  {
    key: 'purpose',
    title: '用途',
    cell: ({ purpose }) => <span className="vetting-wide">{purpose ?? '办理该件'}</span>,
  },
]

const PURGES: readonly Column<Purge>[] = [
  { key: 'at', title: '清除时间', cell: ({ purgedAt }) => formatInstantShort(purgedAt) },
  { key: 'cases', title: '申请', cell: ({ cases }) => cases, align: 'end' },
  { key: 'answers', title: '核查结果', cell: ({ answers }) => answers, align: 'end' },
  { key: 'details', title: '来源说明', cell: ({ details }) => details, align: 'end' },
  { key: 'papers', title: '证明与扫描件', cell: ({ papers }) => papers, align: 'end' },
  { key: 'mismatches', title: '返回文件中的行', cell: ({ mismatches }) => mismatches, align: 'end' },
  { key: 'batches', title: '批次回执', cell: ({ batches }) => batches, align: 'end' },
]

/** 查阅与清除: who looked at results, and what has been wiped since (DEC-2, S-129). */
export function LooksPage() {
  const looks = useLooks()
  const purges = useEndpoint(listVettingPurgesEndpoint, {})
  return (
    <Page title="核查结果的查阅与清除" lead="核查结果只供作出认定结论。每次查阅都有记录，结论作出后按规定期限清除。">
      <VettingNav />
      <div className="vetting-stack">
        <section aria-labelledby="looks">
          <div className="section-head">
            <h2 id="looks">谁查阅过</h2>
          </div>
          <PagedTable
            caption="查阅记录"
            list={looks}
            columns={LOOKS}
            rowKey={({ lookId }) => lookId}
            empty={
              <EmptyState title="还没有人查阅">
                <p>核查人员和审批人员打开有结果的申请后，会列在这里。</p>
              </EmptyState>
            }
          />
        </section>
        <section aria-labelledby="purges">
          <div className="section-head">
            <h2 id="purges">已经清除的明细</h2>
          </div>
          <QueryState query={purges} skeletonLines={3}>
            {({ afterDays, purges: rows }) => (
              <>
                <p className="quiet">
                  结论作出 {afterDays}{' '}
                  天后清除：命中情况、来源说明、回执、纸质证明和返回文件中的行。保留发起和返回的时间、
                  没有不得认定情形的结果和校验值。
                </p>
                {rows.length > 0 && (
                  <DataTable caption="清除记录" columns={PURGES} rows={rows} rowKey={({ purgeId }) => purgeId} />
                )}
              </>
            )}
          </QueryState>
        </section>
      </div>
    </Page>
  )
}
