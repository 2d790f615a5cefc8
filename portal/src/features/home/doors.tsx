import './home.css'
import { Icon } from '@xingtan/ui/components/icon'
import { Link } from 'react-router'
import { paths } from '../../paths.ts'

const DOORS = [
  { title: '教师资格认定', text: '网上报名、查看进度、下载申请表。', to: paths.services },
  { title: '中小学教师资格定期注册', text: '在职中小学教师每五年注册一次。', to: `${paths.services}#registration` },
  { title: '证书查询', text: '查询本人证书，或核对他人证书的真伪。', to: paths.certificates },
] as const

/** The three things people come for. */
export function Doors() {
  return (
    <nav className="doors" aria-label="主要业务">
      {DOORS.map(({ title, text, to }) => (
        <Link className="door" to={to} key={title}>
          <span className="door-title">
            {title}
            <Icon name="next" />
          </span>
          <span className="door-text">{text}</span>
        </Link>
      ))}
    </nav>
  )
}
