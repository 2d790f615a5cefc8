import {
  RESTRICTION_PURPOSE_TITLES,
  RESTRICTION_STATE_TITLES,
  type RestrictionRow,
} from '@xingtan/contract/office/restriction'
import { RESTRICTION_KIND_TITLES } from '@xingtan/contract/restriction-kind'
import { StatusTag } from '@xingtan/ui/components/status-tag'
import { Link } from 'react-router'
import { moveBetweenRows } from '../../components/row-keys.ts'
import { STATE_TONES, endWords } from './state-words.ts'

/** Entries in rows, names and numbers masked; the arrow keys walk the rows. */
export function EntryTable({ rows }: { readonly rows: readonly RestrictionRow[] }) {
  return (
    <section className="table-scroll" aria-label="限制库记录">
      <table className="case-table">
        <caption className="visually-hidden">限制库记录。按上下方向键移动，按回车键打开。</caption>
        <thead>
          <tr>
            <th scope="col">姓名</th>
            <th scope="col">证件号码</th>
            <th scope="col">限制类型</th>
            <th scope="col">决定日期</th>
            <th scope="col">限制至</th>
            <th scope="col">录入机构</th>
            <th scope="col">状态</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.entryId}>
              <td className="col-name">
                <Link
                  to={`/restrictions/${row.entryId}`}
                  data-row-link
                  className="row-link"
                  onKeyDown={moveBetweenRows}
                >
                  {row.maskedName}
                </Link>
              </td>
              <td className="col-number">{row.maskedNumber}</td>
              <td className="col-kind">
                <span>{RESTRICTION_KIND_TITLES[row.kind]}</span>
                {row.purpose !== 'entry' && <span className="quiet">{RESTRICTION_PURPOSE_TITLES[row.purpose]}</span>}
              </td>
              <td className="nowrap">{row.decidedOn}</td>
              <td className="nowrap">{endWords(row.endsOn)}</td>
              <td>{row.agencyName}</td>
              <td className="col-status">
                <StatusTag tone={row.isMineToReview ? 'act' : STATE_TONES[row.state]}>
                  {row.isMineToReview ? '待我复核' : RESTRICTION_STATE_TITLES[row.state]}
                </StatusTag>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
