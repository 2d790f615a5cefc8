import type { PolicyPlace } from '@xingtan/contract/office/policy'
import { Link, useNavigate } from 'react-router'

interface PlaceBarProps {
  readonly place: PolicyPlace
  /** Address of a place on this page. */
  readonly toPlace: (scope: string) => string
}

/** The way from the nation down to the place one looks at, and a step further down. */
export function PlaceBar({ place, toPlace }: PlaceBarProps) {
  const navigate = useNavigate()
  const last = place.path.at(-1)
  return (
    <nav className="place-bar" aria-label="地区和机构">
      <ol>
        {place.path.map(({ scope, title }) => (
          <li key={scope}>
            {scope === last?.scope ? (
              <strong aria-current="page">{title}</strong>
            ) : (
              <Link to={toPlace(scope)}>{title}</Link>
            )}
          </li>
        ))}
      </ol>
      {place.below.length > 0 && (
        <label>
          下级
          <select value="" onChange={(event) => void navigate(toPlace(event.target.value))}>
            <option value="">请选择</option>
            {place.below.map(({ scope, title }) => (
              <option key={scope} value={scope}>
                {title}
              </option>
            ))}
          </select>
        </label>
      )}
    </nav>
  )
}
