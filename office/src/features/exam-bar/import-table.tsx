import { useInfiniteQuery } from '@tanstack/react-query'
import type { OutputOf } from '@xingtan/contract/endpoint'
import { EXAM_IMPORT_TITLES, type ExamImport, listExamImportsEndpoint } from '@xingtan/contract/office/exam-bar'
import { call } from '@xingtan/ui/call'
import { ErrorState } from '@xingtan/ui/components/error-state'
import { MoreButton } from '@xingtan/ui/components/more-button'
import { Skeleton } from '@xingtan/ui/components/skeleton'
import { StatusTag } from '@xingtan/ui/components/status-tag'
import { formatInstantShort } from '@xingtan/ui/date-format'
import type { ProblemError } from '@xingtan/ui/problem-error'
import { Link } from 'react-router'
import { ScrollRegion } from '../../components/scroll-region.tsx'
import { whilePresent } from '../../session/presence.ts'
import { STATE_TONES } from './state-tones.ts'

type Listed = OutputOf<typeof listExamImportsEndpoint>

function useImports() {
  return useInfiniteQuery<Listed, ProblemError, Listed['imports'], readonly unknown[], string | undefined>({
    queryKey: [listExamImportsEndpoint.name],
    queryFn: ({ pageParam, signal }) =>
      call(listExamImportsEndpoint, pageParam === undefined ? {} : { after: pageParam }, { signal }),
    initialPageParam: undefined,
    getNextPageParam: (last) => last.after ?? undefined,
    select: (data) => data.pages.flatMap((page) => page.imports),
    refetchInterval: ({ state }) =>
      state.data?.pages[0]?.imports.some((one) => one.state === 'fetching') === true ? 2000 : whilePresent(60_000),
  })
}

/** Lists of one's own agency and of those one reviews. */
export function ImportTable() {
  const query = useImports()
  const imports = query.data ?? []
  return (
    <section aria-labelledby="imports">
      <h2 id="imports">名单</h2>
      {query.isPending && <Skeleton lines={4} label="正在读取名单" />}
      {query.isError && query.data === undefined && (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      )}
      {query.data !== undefined && imports.length === 0 && (
        <p className="quiet">还没有名单。全国和省级主管部门可以上传名单，或者从考试机构获取。</p>
      )}
      {imports.length > 0 && (
        <>
          <Imports imports={imports} />
          <MoreButton
            shownCount={imports.length}
            hasMore={query.hasNextPage}
            isLoading={query.isFetchingNextPage}
            onMore={() => void query.fetchNextPage()}
          />
        </>
      )}
    </section>
  )
}

function Imports({ imports }: { readonly imports: readonly ExamImport[] }) {
  return (
    <ScrollRegion className="table-scroll" label="名单列表">
      <table className="case-table">
        <thead>
          <tr>
            <th scope="col">收到时间</th>
            <th scope="col">来源</th>
            <th scope="col">录入</th>
            <th scope="col">条数</th>
            <th scope="col">状态</th>
            <th scope="col">复核</th>
          </tr>
        </thead>
        <tbody>
          {imports.map((one) => (
            <tr key={one.importId}>
              <td className="nowrap">
                {one.state === 'fetching' || one.state === 'failed' ? (
                  formatInstantShort(one.enteredAt)
                ) : (
                  <Link to={`/exam-bars/${one.importId}`}>{formatInstantShort(one.enteredAt)}</Link>
                )}
              </td>
              <td>{one.source === 'file' ? '上传' : '接口'}</td>
              <td>
                {one.agencyName}，{one.enteredBy}
              </td>
              <td className="col-number">{one.count}</td>
              <td>
                <StatusTag tone={STATE_TONES[one.state]}>
                  {one.isMineToReview ? '待我复核' : EXAM_IMPORT_TITLES[one.state]}
                </StatusTag>
              </td>
              <td>{one.reviewedBy ?? one.reviewAgencyName}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
