import type { PendingVetting } from '@xingtan/contract/office/vetting'
import { Link } from 'react-router'
import { countByOffice } from './pending-words.ts'

interface ChipsProps {
  readonly rows: readonly PendingVetting[]
  /** The one shown alone; null for all. */
  readonly office: string | null
}

/** The police offices people wait for, with the age of the oldest; one of them can be shown alone. */
export function OfficeChips({ rows, office }: ChipsProps) {
  const counts = countByOffice(rows)
  if (counts.length < 2 && office === null) return null
  return (
    <nav className="vetting-nav" aria-label="按公安机关筛选">
      <ul>
        <li>
          <Link className="chip" to="/vetting" aria-current={office === null ? 'true' : undefined}>
            全部 {rows.length} 件
          </Link>
        </li>
        {counts.map(({ name, count, longestDays }) => (
          <li key={name}>
            <Link
              className="chip"
              to={`/vetting?office=${encodeURIComponent(name)}`}
              aria-current={name === office ? 'true' : undefined}
            >
              {name} {count} 件，最长 {longestDays} 天
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
