import { OFFICE_ROLE_TITLES, type OfficeRole } from '@xingtan/contract/office/session'
import { BrandMark } from '@xingtan/ui/components/brand-mark'
import { Link, NavLink } from 'react-router'
import { type SignedInOfficer, hasRole } from '../session/officer-context.ts'
import { SITE_TITLE } from '../site-title.ts'
import { SignOutButton } from './sign-out-button.tsx'

interface Destination {
  readonly to: string
  readonly title: string
  /** Roles that work there; empty means everybody. */
  readonly roles: readonly OfficeRole[]
}

const DESTINATIONS: readonly Destination[] = [
  { to: '/', title: '我的工作', roles: [] },
  { to: '/desk', title: '现场确认', roles: ['confirm'] },
  { to: '/cases', title: '办理队列', roles: [] },
  { to: '/vetting', title: '背景核查', roles: ['vet'] },
  { to: '/certificates', title: '证书档案', roles: [] },
]

/** Brand, where one can go, who one is. */
export function OfficeHeader({ officer }: { readonly officer: SignedInOfficer }) {
  const places = DESTINATIONS.filter((place) => place.roles.length === 0 || hasRole(officer, ...place.roles))
  const roles = officer.roles.map((role) => OFFICE_ROLE_TITLES[role]).join('、')
  return (
    <header className="office-header">
      <Link to="/" className="brand" aria-label={`${SITE_TITLE}，回到我的工作`}>
        <BrandMark size={28} />
        <span className="brand-name">{SITE_TITLE}</span>
      </Link>
      <nav aria-label="主导航" className="main-nav">
        {places.map((place) => (
          <NavLink key={place.to} to={place.to} end={place.to === '/'}>
            {place.title}
          </NavLink>
        ))}
      </nav>
      <div className="who">
        <span className="who-place">
          {officer.agencyName}
          {officer.pointName !== null && ` · ${officer.pointName}`}
        </span>
        <span className="who-name">
          {officer.name}（{roles}）
        </span>
      </div>
      <SignOutButton />
    </header>
  )
}
