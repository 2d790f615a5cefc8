import { OFFICE_ROLE_TITLES } from '@xingtan/contract/office/session'
import { BrandMark } from '@xingtan/ui/components/brand-mark'
import { Link } from 'react-router'
import type { SignedInOfficer } from '../session/officer-context.ts'
import { SITE_TITLE } from '../site-title.ts'
import { OfficeNav } from './office-nav.tsx'
import { SignOutButton } from './sign-out-button.tsx'

/** Brand, where one can go, who one is. */
export function OfficeHeader({ officer }: { readonly officer: SignedInOfficer }) {
  const roles = officer.roles.map((role) => OFFICE_ROLE_TITLES[role]).join('、')
  return (
    <header className="office-header">
      <Link to="/" className="brand" aria-label={`${SITE_TITLE}，回到我的工作`}>
        <BrandMark size={28} />
        <span className="brand-name">{SITE_TITLE}</span>
      </Link>
      <OfficeNav officer={officer} />
      <div className="who">
        <span className="who-place">
          {officer.agencyName}
          {officer.pointName !== null && ` · ${officer.pointName}`}
        </span>
        <Link to="/my-sign-in" className="who-name" title="我的登录">
          {officer.name}（{roles}）
        </Link>
      </div>
      <SignOutButton />
    </header>
  )
}
