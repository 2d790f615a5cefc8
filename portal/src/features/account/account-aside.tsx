import './account.css'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { paths } from '../../paths.ts'

/** Beside the forms of the account: what comes next, and how to stay safe. */
export function AccountAside({ children }: { readonly children: ReactNode }) {
  return (
    <aside className="account-aside" aria-label="说明">
      {children}
      <section>
        <h2>保护您的账号</h2>
        <ul>
          <li>工作人员不会向您索要密码或短信验证码。</li>
          <li>本网站不委托任何机构或个人代为报名。</li>
          <li>在公用电脑上用完后，请点击“退出”。</li>
          <li>
            收到更换手机号码的短信、但不是本人办理的，请提出<Link to={paths.recoveryObjection}>账号异议</Link>。
          </li>
        </ul>
      </section>
    </aside>
  )
}
