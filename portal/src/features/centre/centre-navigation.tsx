import './centre.css'
import { NavLink } from 'react-router'
import { paths } from '../../paths.ts'
import { MODULES } from './modules.ts'

/** The seven modules beside the one that is open; above it on phones. */
export function CentreNavigation({ search }: { readonly search: string }) {
  return (
    <nav className="centre-nav no-print" aria-label="个人信息中心">
      <p className="centre-nav-title" aria-hidden="true">
        个人信息中心
      </p>
      <ul>
        {MODULES.map(({ id, title }) => (
          <li key={id}>
            <NavLink to={`${id === 'identity' ? paths.centre : paths.centreModule(id)}${search}`} end>
              {title}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
