import { Link, useLocation } from 'react-router'
import { hasRole, useOfficer } from '../../session/officer-context.ts'

const PLACES = [
  { to: '/vetting', title: '待核查与批次', isShared: false },
  { to: '/vetting/mismatches', title: '待处理名单', isShared: false },
  { to: '/vetting/papers', title: '纸质证明', isShared: true },
  { to: '/vetting/looks', title: '查阅与清除', isShared: true },
  { to: '/vetting/offices', title: '公安机关', isShared: false },
] as const

/** The pages of 背景核查; those about results are open to the two named roles (DEC-2). */
export function VettingNav() {
  const officer = useOfficer()
  const { pathname } = useLocation()
  const places = PLACES.filter(({ isShared }) => isShared || hasRole(officer, 'vet'))
  return (
    <nav className="vetting-nav" aria-label="背景核查">
      <ul>
        {places.map(({ to, title }) => (
          <li key={to}>
            <Link className="chip" to={to} aria-current={pathname === to ? 'page' : undefined}>
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
