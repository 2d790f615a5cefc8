import { PLAN_STATE_TITLES, type PlanRow } from '@xingtan/contract/office/plan'
import { StatusTag } from '@xingtan/ui/components/status-tag'
import { Button } from 'antd'
import { Link } from 'react-router'
import { ScrollRegion } from '../../components/scroll-region.tsx'
import { DEADLINES, STATE_TONES } from './plan-words.ts'

interface BoardTableProps {
  readonly rows: readonly PlanRow[]
  /** The agency whose plan this officer may begin; null where no plan is made. */
  readonly ownCode: string | null
  readonly isStarting: boolean
  readonly onStart: () => void
}

/** The agencies of one's part of the tree: where each plan stands and what is overdue. */
export function BoardTable({ rows, ownCode, isStarting, onStart }: BoardTableProps) {
  return (
    <ScrollRegion className="table-scroll" label="计划列表">
      <table className="case-table">
        <caption className="visually-hidden">各机构的计划</caption>
        <thead>
          <tr>
            <th scope="col">机构</th>
            <th scope="col">状态</th>
            <th scope="col">公告发布最后日期</th>
            <th scope="col">全部完成日期</th>
            <th scope="col">办理</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.agencyCode}>
              <td>{row.agencyName}</td>
              <td>
                {row.state === null ? (
                  <span className="quiet">尚未制定</span>
                ) : (
                  <StatusTag tone={STATE_TONES[row.state]}>{PLAN_STATE_TITLES[row.state]}</StatusTag>
                )}
              </td>
              <td>
                <Deadline day={row.announceBy} state={row.announcement} />
              </td>
              <td>
                <Deadline day={row.completeBy} state={row.completion} />
              </td>
              <td>
                {row.planId !== null && (
                  <Link className="row-link" to={`/plans/${row.planId}`} aria-label={`打开${row.agencyName}的计划`}>
                    打开
                  </Link>
                )}
                {row.planId === null && row.agencyCode === ownCode && (
                  <Button type="primary" loading={isStarting} onClick={onStart}>
                    制定本机构计划
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

interface DeadlineProps {
  readonly day: string | null
  readonly state: PlanRow['announcement']
}

function Deadline({ day, state }: DeadlineProps) {
  if (day === null || state === null) return <span className="quiet plan-none">—</span>
  return (
    <span className="due">
      <span className="nowrap">{day}</span>
      <StatusTag tone={DEADLINES[state].tone}>{DEADLINES[state].title}</StatusTag>
    </span>
  )
}
