import type { BelowDue, BoardRow } from '@xingtan/contract/office/supervision'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { ScrollRegion } from '../../components/scroll-region.tsx'
import { BELOW_DUE_TITLES, boardPath, casesPath } from './supervision-path.ts'

const COLUMNS: readonly { readonly due: BelowDue; readonly tone: 'stop' | 'warn' | 'plain' }[] = [
  { due: 'escalated', tone: 'stop' },
  { due: 'overdue', tone: 'stop' },
  { due: 'today', tone: 'warn' },
  { due: 'week', tone: 'plain' },
]

interface BoardTableProps {
  readonly rows: readonly BoardRow[]
  readonly caption: string
  /** Cases of one's own agency are worked on in the queue, not here. */
  readonly isLinked: boolean
}

/** One agency a line, with everything below it; a number opens its list where the agency decides itself. */
export function BoardTable({ rows, caption, isLinked }: BoardTableProps) {
  return (
    <ScrollRegion className="table-scroll" label={`${caption}的件数`}>
      <table className="case-table board-table">
        <caption className="visually-hidden">{caption}未办结的件</caption>
        <thead>
          <tr>
            <th scope="col">机构</th>
            <th scope="col">未办结</th>
            {COLUMNS.map(({ due }) => (
              <th key={due} scope="col">
                {BELOW_DUE_TITLES[due]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.agencyCode}>
              <th scope="row">{isLinked ? <Link to={openPath(row)}>{row.agencyName}</Link> : row.agencyName}</th>
              <td>
                <Count isLinked={isLinked} row={row} count={row.open} />
              </td>
              {COLUMNS.map(({ due, tone }) => (
                <td key={due} className={row[due] === 0 ? undefined : `board-${tone}`}>
                  <Count isLinked={isLinked} row={row} count={row[due]} due={due} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

/** An agency with others below opens as a board, one without as its list. */
function openPath(row: BoardRow): string {
  return row.hasBelow ? boardPath(row.agencyCode) : casesPath(row.agencyCode)
}

interface CountProps {
  readonly row: BoardRow
  readonly count: number
  readonly isLinked: boolean
  readonly due?: BelowDue
}

function Count({ row, count, isLinked, due }: CountProps): ReactNode {
  if (count === 0) return <span className="quiet">0</span>
  if (!isLinked || row.hasBelow) return count
  return (
    <Link
      to={casesPath(row.agencyCode, due)}
      aria-label={`${row.agencyName}${due === undefined ? '未办结' : BELOW_DUE_TITLES[due]} ${count} 件`}
    >
      {count}
    </Link>
  )
}
