import { NavLink, useLocation } from 'react-router'
import type { SignedInOfficer } from '../session/officer-context.ts'
import { type DestinationGroup, listDestinations } from './destinations.ts'

/** As many places as fit beside each other; beyond them the groups stand above the places of the open one. */
const FLAT = 7

function isIn(group: DestinationGroup, path: string): boolean {
  return group.places.some(({ to }) => (to === '/' ? path === '/' : path === to || path.startsWith(`${to}/`)))
}

/** The main menu: all places in a row, or the groups with the places of the one that is open below. */
export function OfficeNav({ officer }: { readonly officer: SignedInOfficer }) {
  const { pathname } = useLocation()
  const groups = listDestinations(officer)
  const all = groups.flatMap(({ places }) => places)
  if (all.length <= FLAT) {
    return (
      <nav aria-label="主导航" className="main-nav">
        <Places places={all} />
      </nav>
    )
  }
  const open = groups.find((group) => isIn(group, pathname)) ?? groups[0]
  return (
    <>
      <nav aria-label="主导航" className="main-nav">
        {groups.map((group) => (
          <NavLink
            key={group.title}
            to={group.places[0]?.to ?? '/'}
            aria-current={group === open ? 'true' : undefined}
            className={group === open ? 'open' : ''}
          >
            {group.title}
          </NavLink>
        ))}
      </nav>
      {open !== undefined && open.places.length > 1 && (
        <nav aria-label={`${open.title}各页`} className="sub-nav">
          <Places places={open.places} />
        </nav>
      )}
    </>
  )
}

function Places({ places }: Pick<DestinationGroup, 'places'>) {
  return places.map((place) => (
    <NavLink key={place.to} to={place.to} end={place.to === '/'}>
      {place.title}
    </NavLink>
  ))
}
