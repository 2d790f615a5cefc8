import { CONSULTATION_KIND_TITLES, CONSULTATION_TOPIC_TITLES } from '@xingtan/contract/consultation'
import type { ConsultationRow } from '@xingtan/contract/office/consultation'
import { StatusTag } from '@xingtan/ui/components/status-tag'
import { formatInstantShort } from '@xingtan/ui/date-format'
import { Link } from 'react-router'
import { moveBetweenRows } from '../../components/row-keys.ts'
import { stateOf } from './state-words.ts'

/** Items in rows, contacts masked; the arrow keys walk the rows. */
export function InboxTable({ rows }: { readonly rows: readonly ConsultationRow[] }) {
  return (
    <section className="table-scroll" aria-label="咨询投诉举报">
      <table className="case-table">
        <caption className="visually-hidden">咨询、投诉、举报。按上下方向键移动，按回车键打开。</caption>
        <thead>
          <tr>
            <th scope="col">标题</th>
            <th scope="col">类别和事项</th>
            <th scope="col">联系方式</th>
            <th scope="col">提交时间</th>
            <th scope="col">答复期限</th>
            <th scope="col">办理机构</th>
            <th scope="col">办理人</th>
            <th scope="col">状态</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.consultationId} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Row({ row }: { readonly row: ConsultationRow }) {
  const { tone, word } = stateOf(row)
  return (
    <tr>
      <td className="col-name">
        <Link
          to={`/consultations/${row.consultationId}`}
          data-row-link
          className="row-link"
          onKeyDown={moveBetweenRows}
        >
          {row.title}
        </Link>
        <span className="quiet">{row.number}</span>
      </td>
      <td className="col-kind">
        <span>{CONSULTATION_KIND_TITLES[row.kind]}</span>
        <span className="quiet">{CONSULTATION_TOPIC_TITLES[row.topic]}</span>
      </td>
      <td className="nowrap">{row.maskedPhone ?? '匿名'}</td>
      <td className="nowrap">{formatInstantShort(row.submittedAt)}</td>
      <td className="nowrap">
        {row.dueOn}
        {row.dueProvisional && <span className="quiet">（暂定）</span>}
      </td>
      <td>{row.agencyName}</td>
      <td>{row.isMine ? '我' : (row.assigneeName ?? <span className="quiet">未安排</span>)}</td>
      <td className="col-status">
        <StatusTag tone={tone}>{word}</StatusTag>
      </td>
    </tr>
  )
}
