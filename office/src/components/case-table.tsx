import type { CaseRow } from '@xingtan/contract/office/case'
import { QUALIFICATION_TITLES } from '@xingtan/contract/qualification'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useOfficer } from '../session/officer-context.ts'
import { CaseStatus } from './case-status.tsx'
import { DueCell } from './due-cell.tsx'
import { moveBetweenRows } from './row-keys.ts'

export interface Selection {
  readonly chosen: ReadonlySet<string>
  readonly onToggle: (row: CaseRow) => void
  readonly onToggleAll: () => void
}

interface ExtraColumn<Row> {
  readonly title: string
  readonly cell: (row: Row) => ReactNode
}

interface CaseTableProps<Row extends CaseRow> {
  readonly rows: readonly Row[]
  readonly caption: string
  readonly selection?: Selection
  /** Where a row leads; to the case page unless told. */
  readonly hrefOf?: (row: CaseRow) => string
  /** What this list says beside the fixed columns. */
  readonly extra?: ExtraColumn<Row>
}

function casePath(row: CaseRow): string {
  return `/cases/${row.applicationId}`
}

/** The fixed columns of every list of cases; the arrow keys walk the rows, Enter opens one. */
export function CaseTable<Row extends CaseRow>({
  rows,
  caption,
  selection,
  hrefOf = casePath,
  extra,
}: CaseTableProps<Row>) {
  return (
    <section className="table-scroll" aria-label={caption}>
      <table className="case-table">
        <caption className="visually-hidden">{caption}。按上下方向键移动，按回车键打开。</caption>
        <thead>
          <tr>
            {selection !== undefined && (
              <th scope="col" className="col-check">
                <SelectAll rows={rows} selection={selection} />
              </th>
            )}
            <th scope="col">报名号</th>
            <th scope="col">姓名</th>
            <th scope="col">资格种类/学科</th>
            <th scope="col">到期</th>
            <th scope="col">状态</th>
            {extra !== undefined && <th scope="col">{extra.title}</th>}
            <th scope="col">提示</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <CaseTableRow key={row.applicationId} row={row} selection={selection} href={hrefOf(row)}>
              {extra !== undefined && <td className="col-extra">{extra.cell(row)}</td>}
            </CaseTableRow>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function SelectAll({ rows, selection }: { readonly rows: readonly CaseRow[]; readonly selection: Selection }) {
  const count = rows.filter((row) => selection.chosen.has(row.applicationId)).length
  return (
    <input
      type="checkbox"
      aria-label="选择已列出的全部件"
      checked={count > 0 && count === rows.length}
      ref={(box) => {
        if (box !== null) box.indeterminate = count > 0 && count < rows.length
      }}
      onChange={selection.onToggleAll}
    />
  )
}

interface RowProps {
  readonly row: CaseRow
  readonly selection: Selection | undefined
  readonly href: string
  readonly children: ReactNode
}

function CaseTableRow({ row, selection, href, children }: RowProps) {
  const { today } = useOfficer()
  const isChosen = selection?.chosen.has(row.applicationId) === true
  return (
    <tr data-chosen={isChosen}>
      {selection !== undefined && (
        <td className="col-check">
          <input
            type="checkbox"
            aria-label={`选择 ${row.name} ${row.registrationNumber}`}
            checked={isChosen}
            onChange={() => selection.onToggle(row)}
          />
        </td>
      )}
      <td className="col-number">
        <Link to={href} data-row-link className="row-link" onKeyDown={moveBetweenRows}>
          {row.registrationNumber}
        </Link>
      </td>
      <td className="col-name">
        <span className="name">{row.name}</span>
        <span className="quiet nowrap">{row.maskedDocumentNumber}</span>
      </td>
      <td className="col-kind">
        <span>{QUALIFICATION_TITLES[row.qualificationType]}</span>
        <span className="quiet">{row.subjectName}</span>
      </td>
      <td className="col-due">
        <DueCell dueOn={row.dueOn} provisional={row.dueProvisional} isClosed={row.stage === 'closed'} today={today} />
      </td>
      <td className="col-status">
        <CaseStatus status={row.status} stage={row.stage} />
      </td>
      {children}
      <td className="col-hints">{hintsOf(row.hints)}</td>
    </tr>
  )
}

function hintsOf(hints: readonly string[]): ReactNode {
  if (hints.length === 0) return <span className="quiet">无</span>
  const rest = hints.length - 2
  return (
    <ul className="hints">
      {hints.slice(0, 2).map((hint) => (
        <li key={hint}>{hint}</li>
      ))}
      {rest > 0 && <li className="quiet">另有 {rest} 项</li>}
    </ul>
  )
}
