import { Link } from 'react-router'
import { paths } from '../paths.ts'
import { NAVIGATION } from './navigation.ts'

const MORE = [
  { title: '公告', to: paths.notices },
  { title: '机构联系方式', to: paths.contacts },
] as const

/** Where to turn, once more at the end of the page. */
export function SiteFooter() {
  return (
    <footer className="site-footer">
      <div className="site-footer-row">
        <p>办理中遇到问题，请先查看常见问题；仍不能解决的，请通过咨询服务联系工作人员。</p>
        <nav aria-label="页脚导航">
          <ul>
            {[...NAVIGATION, ...MORE].map(({ title, to }) => (
              <li key={to}>
                <Link to={to}>{title}</Link>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  )
}
