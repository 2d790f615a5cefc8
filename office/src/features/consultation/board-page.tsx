import type { OutputOf } from '@xingtan/contract/endpoint'
import { getConsultationBoardEndpoint } from '@xingtan/contract/office/consultation'
import { QueryState } from '@xingtan/ui/components/query-state'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Link } from 'react-router'
import { Page } from '../../components/page.tsx'
import { ScrollRegion } from '../../components/scroll-region.tsx'
import './consultation.css'

type Row = OutputOf<typeof getConsultationBoardEndpoint>['rows'][number]

const COLUMNS = [
  ['open', '未答复'],
  ['overdue', '已逾期'],
  ['dueToday', '今日到期'],
  ['answered', '近 90 天答复'],
  ['answeredLate', '其中逾期答复'],
] as const

/** How the own agency and those below keep up with their items (PUB-6). */
export function ConsultationBoardPage() {
  const board = useEndpoint(getConsultationBoardEndpoint, {})
  return (
    <Page
      title="咨询办理情况"
      lead={
        <>
          本机构和直属下级（含其下级）的办理情况。
          <Link to="/consultations?place=below&overdue=yes">查看下级逾期事项</Link>
        </>
      }
    >
      <QueryState query={board} skeletonLines={6}>
        {({ rows }) => <BoardTable rows={rows} />}
      </QueryState>
    </Page>
  )
}

function BoardTable({ rows }: { readonly rows: readonly Row[] }) {
  return (
    <ScrollRegion className="table-scroll" label="咨询办理情况">
      <table className="case-table">
        <caption className="visually-hidden">各机构咨询、投诉、举报的办理情况</caption>
        <thead>
          <tr>
            <th scope="col">机构</th>
            {COLUMNS.map(([, title]) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
            <th scope="col">平均评分</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.agencyCode}>
              <th scope="row">
                {row.agencyName}
                {row.isOwn && <span className="quiet">（本机构）</span>}
              </th>
              {COLUMNS.map(([key]) => (
                <td key={key}>{row[key] === 0 ? <span className="quiet">0</span> : row[key]}</td>
              ))}
              <td>{row.score ?? <span className="quiet">暂无</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
