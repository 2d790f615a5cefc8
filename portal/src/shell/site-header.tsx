import './site-header.css'
import { BrandMark } from '@xingtan/ui/components/brand-mark'
import { Button } from '@xingtan/ui/components/button'
import { LinkButton } from '@xingtan/ui/components/link-button'
import { Link, NavLink } from 'react-router'
import { paths } from '../paths.ts'
import { useSignOut } from '../session/use-sign-out.ts'
import { NAVIGATION } from './navigation.ts'

export interface SiteHeaderProps {
  /** Masked name of the person signed in. */
  readonly name: string | undefined
  /** False while it is not known yet who is here; then the place stays empty instead of flickering. */
  readonly isKnown: boolean
}

function OwnLinks({ name }: { readonly name: string }) {
  const { signOut, isBusy } = useSignOut()
  return (
    <>
      <NavLink to={paths.business}>业务平台</NavLink>
      <NavLink to={paths.centre}>个人信息中心</NavLink>
      <span className="site-person">{name}</span>
      <Button kind="quiet" busy={isBusy ? '正在退出' : undefined} onClick={signOut}>
        退出
      </Button>
    </>
  )
}

/** Brand, navigation and the door to one's own things. */
export function SiteHeader({ name, isKnown }: SiteHeaderProps) {
  return (
    <header className="site-header">
      <div className="site-header-row">
        <Link to={paths.home} className="brand">
          <BrandMark size={38} />
          中国教师资格网
        </Link>
        <nav className="site-nav" aria-label="主导航">
          <ul>
            {NAVIGATION.map(({ title, to }) => (
              <li key={to}>
                <NavLink to={to} end={to === paths.home}>
                  {title}
                </NavLink>
              </li>
            ))}
          </ul>
        </nav>
        <div className="site-account no-print">
          {name !== undefined && <OwnLinks name={name} />}
          {isKnown && name === undefined && (
            <LinkButton to={paths.signIn} kind="secondary">
              登录
            </LinkButton>
          )}
        </div>
      </div>
    </header>
  )
}
