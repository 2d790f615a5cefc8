import { Link } from 'react-router'

/** How many years back a chip is offered; older ones by the address. */
const OFFERED_YEARS = 5

interface YearFilterProps {
  readonly year: number | undefined
  readonly thisYear: number
}

/** Chips for the latest years; the choice stands in the address. */
export function YearFilter({ year, thisYear }: YearFilterProps) {
  const latest = Array.from({ length: OFFERED_YEARS }, (_year, index) => thisYear - index)
  const years = year === undefined || latest.includes(year) ? latest : [...latest, year]
  return (
    <nav className="year-filter" aria-label="按年度筛选">
      <ul>
        <li>
          <Link className="chip" to="/certificates" aria-current={year === undefined ? 'true' : undefined}>
            全部年度
          </Link>
        </li>
        {years.map((each) => (
          <li key={each}>
            <Link className="chip" to={`/certificates?year=${each}`} aria-current={each === year ? 'true' : undefined}>
              {each}年
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
