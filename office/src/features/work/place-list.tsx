import { Link } from 'react-router'
import { listDestinations } from '../../layout/destinations.ts'
import { useOfficer } from '../../session/officer-context.ts'

/** The menu spread out, for officers whose work is not the queue of cases. */
export function PlaceList() {
  const officer = useOfficer()
  const groups = listDestinations(officer).map(({ title, places }) => ({
    title,
    places: places.filter(({ to }) => to !== '/'),
  }))
  return (
    <section aria-labelledby="places">
      <h2 id="places">可以办理的事项</h2>
      <div className="place-groups">
        {groups
          .filter(({ places }) => places.length > 0)
          .map(({ title, places }) => (
            <section key={title} className="panel-flat" aria-label={title}>
              <h3>{title}</h3>
              <ul>
                {places.map(({ to, title: name }) => (
                  <li key={to}>
                    <Link to={to}>{name}</Link>
                  </li>
                ))}
              </ul>
            </section>
          ))}
      </div>
    </section>
  )
}
