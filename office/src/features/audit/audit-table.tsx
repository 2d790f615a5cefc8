import { AUDIT_OUTCOME_TITLES, type AuditRow } from '@xingtan/contract/office/audit'
import { StatusTag } from '@xingtan/ui/components/status-tag'
import { formatInstantShort } from '@xingtan/ui/date-format'
import { Link } from 'react-router'
import { moveBetweenRows } from '../../components/row-keys.ts'
import { OUTCOME_TONES, actorOf, moduleOf } from './audit-words.ts'

/** Events by arrival, newest first; the arrow keys walk the rows. */
export function AuditTable({ rows }: { readonly rows: readonly AuditRow[] }) {
  return (
    <section className="table-scroll" aria-label="审计事件">
      <table className="case-table">
        <caption className="visually-hidden">审计事件。按上下方向键移动，按回车键打开。</caption>
        <thead>
          <tr>
            <th scope="col">序号</th>
            <th scope="col">时间</th>
            <th scope="col">事件</th>
            <th scope="col">操作者</th>
            <th scope="col">机构</th>
            <th scope="col">对象</th>
            <th scope="col">结果</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.eventId}>
              <td className="nowrap">
                <Link to={`/audit/${row.eventId}`} data-row-link className="row-link" onKeyDown={moveBetweenRows}>
                  {row.number}
                </Link>
              </td>
              <td className="nowrap">{formatInstantShort(row.at)}</td>
              <td className="col-kind">
                <span>{moduleOf(row.event)}</span>
                <span className="quiet audit-id">{row.event}</span>
              </td>
              <td>{actorOf(row)}</td>
              <td>{row.agencyName ?? <span className="quiet">无</span>}</td>
              <td className="audit-id">
                {row.objectKind} {row.objectId}
              </td>
              <td className="col-status">
                <StatusTag tone={OUTCOME_TONES[row.outcome]}>{AUDIT_OUTCOME_TITLES[row.outcome]}</StatusTag>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
