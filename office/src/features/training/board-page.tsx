import { type TrainingBoardRow, getTrainingBoardEndpoint } from '@xingtan/contract/office/training'
import { EmptyState } from '@xingtan/ui/components/empty-state'
import { QueryState } from '@xingtan/ui/components/query-state'
import { StatusTag } from '@xingtan/ui/components/status-tag'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Link, useSearchParams } from 'react-router'
import { Page } from '../../components/page.tsx'
import { ScrollRegion } from '../../components/scroll-region.tsx'
import './training.css'

/** 下级培训情况: who has trained this year, and who works without a valid training today (PLN-7, RPT-2). */
export function TrainingBoardPage() {
  const [search] = useSearchParams()
  const after = search.get('after')
  const board = useEndpoint(getTrainingBoardEndpoint, after === null ? {} : { after })
  return (
    <Page title="下级培训情况" lead={<Link to="/trainings">返回培训记录</Link>}>
      <QueryState query={board} skeletonLines={8}>
        {({ rows, year, after: next }) => (
          <>
            {rows.length === 0 ? (
              <EmptyState title="没有下级机构">
                <p>
                  本机构的培训请在<Link to="/trainings">培训记录</Link>中查看。
                </p>
              </EmptyState>
            ) : (
              <BoardTable rows={rows} year={year} />
            )}
            {next !== null && <Link to={`/trainings/board?after=${next}`}>下一页</Link>}
          </>
        )}
      </QueryState>
    </Page>
  )
}

function BoardTable({ rows, year }: { readonly rows: readonly TrainingBoardRow[]; readonly year: number }) {
  return (
    <ScrollRegion className="table-scroll" label="下级培训情况">
      <table className="case-table">
        <caption className="visually-hidden">下级培训情况</caption>
        <thead>
          <tr>
            <th scope="col">代码</th>
            <th scope="col">机构</th>
            <th scope="col">{year}年举办</th>
            <th scope="col">全省培训</th>
            <th scope="col">确认和打印人员</th>
            <th scope="col">未培训</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ agencyCode, agencyName, sessions, yearly, people, untrained }) => (
            <tr key={agencyCode}>
              <td>{agencyCode}</td>
              <td>{agencyName}</td>
              <td className="nowrap">{sessions} 次</td>
              <td>{yearly ? <StatusTag tone="ok">已开展</StatusTag> : <StatusTag tone="warn">未登记</StatusTag>}</td>
              <td className="nowrap">{people} 人</td>
              <td>{untrained === 0 ? '无' : <StatusTag tone="warn">{`${untrained} 人`}</StatusTag>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
