import { Link, useSearchParams } from 'react-router'
import './chip-filter.css'

interface ChipFilterProps {
  /** For example 「按状态筛选」. */
  readonly label: string
  /** Word of the address that holds the choice. */
  readonly param: string
  readonly options: Readonly<Record<string, string>>
  /** What stands for no choice. */
  readonly allTitle: string
}

/** Chips of which one is chosen; the choice stands in the address, the other filters stay. */
export function ChipFilter({ label, param, options, allTitle }: ChipFilterProps) {
  const [search] = useSearchParams()
  const chosen = search.get(param)
  const addressOf = (value: string | null) => {
    const next = new URLSearchParams(search)
    if (value === null) next.delete(param)
    if (value !== null) next.set(param, value)
    return { search: next.toString() }
  }
  return (
    <nav className="chip-filter no-print" aria-label={label}>
      <ul>
        <li>
          <Link className="chip" to={addressOf(null)} aria-current={chosen === null ? 'true' : undefined}>
            {allTitle}
          </Link>
        </li>
        {Object.entries(options).map(([value, title]) => (
          <li key={value}>
            <Link className="chip" to={addressOf(value)} aria-current={chosen === value ? 'true' : undefined}>
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
