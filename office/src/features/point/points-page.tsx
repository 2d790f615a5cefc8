import { type PointRow, listPointsEndpoint } from '@xingtan/contract/office/point'
import { EmptyState } from '@xingtan/ui/components/empty-state'
import { QueryState } from '@xingtan/ui/components/query-state'
import { formatWindow } from '@xingtan/ui/date-format'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Link } from 'react-router'
import { Page } from '../../components/page.tsx'
import { ScrollRegion } from '../../components/scroll-region.tsx'
import { hasRole, useOfficer } from '../../session/officer-context.ts'
import './point.css'

/** 确认点 of the own agency with hours, desks and confirm windows: everybody may look, 计划管理 edits (PLN-6, case 13). */
export function PointsPage() {
  const officer = useOfficer()
  const query = useEndpoint(listPointsEndpoint, {})
  return (
    <Page
      title="确认点"
      lead={`${officer.agencyName}的确认点、开放时间和确认时间。`}
      aside={hasRole(officer, 'plan') && <Link to="/points/new">新增确认点</Link>}
    >
      <QueryState query={query} skeletonLines={6}>
        {({ points }) => (points.length === 0 ? <NoPoints /> : <PointTable points={points} />)}
      </QueryState>
    </Page>
  )
}

function NoPoints() {
  return (
    <EmptyState title="还没有确认点">
      <p>设置确认点后，申请人才能选择到哪里办理现场确认。</p>
    </EmptyState>
  )
}

function PointTable({ points }: { readonly points: readonly PointRow[] }) {
  return (
    <ScrollRegion className="table-scroll" label="确认点">
      <table className="case-table">
        <caption className="visually-hidden">确认点</caption>
        <thead>
          <tr>
            <th scope="col">名称</th>
            <th scope="col">地址</th>
            <th scope="col">开放时间</th>
            <th scope="col">窗口</th>
            <th scope="col">确认时间</th>
          </tr>
        </thead>
        <tbody>
          {points.map((point) => (
            <tr key={point.pointId}>
              <td>
                <Link to={`/points/${point.pointId}`}>{point.name}</Link>
                {point.isOwn && <span className="quiet">（本人所在）</span>}
              </td>
              <td>{point.address}</td>
              <td>{point.hours}</td>
              <td>{point.deskCount}</td>
              <td>
                {point.windows.length === 0
                  ? '计划中未安排'
                  : point.windows.map(({ opensAt, closesAt }) => formatWindow(opensAt, closesAt)).join('；')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
