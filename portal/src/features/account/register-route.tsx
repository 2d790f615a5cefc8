import './account.css'
import { PageTitle } from '@xingtan/ui/components/page-title'
import { useState } from 'react'
import { Link, Navigate, useSearchParams } from 'react-router'
import { paths } from '../../paths.ts'
import { safeNext } from '../../session/safe-next.ts'
import { useMe } from '../../session/use-me.ts'
import { AccountAside } from './account-aside.tsx'
import { RegisterForm } from './register-form.tsx'
import { useEnter } from './use-enter.ts'

/** 注册: opens an account and leads on to the real-name check (ACC-1). */
export function RegisterRoute() {
  const { person } = useMe()
  const [search] = useSearchParams()
  const [isRegistered, setIsRegistered] = useState(false)
  const enter = useEnter()
  const next = safeNext(search.get('next'), paths.business)
  if (person !== undefined) return <Navigate to={isRegistered ? paths.realNameThen(next) : paths.centre} replace />
  return (
    <>
      <PageTitle
        title="注册账号"
        lead="请使用本人证件和本人手机号注册。注册后系统会核验姓名和证件号码，通过后才能办理业务。"
      />
      <div className="account">
        <RegisterForm
          onRegistered={() => {
            setIsRegistered(true)
            void enter()
          }}
        />
        <AccountAside>
          <section>
            <h2>已有账号</h2>
            <p>
              同一证件只能实名一个账号。已经注册过的，请直接<Link to={paths.signIn}>登录</Link>。
            </p>
          </section>
          <section>
            <h2>注册之后</h2>
            <ul>
              <li>系统向公安人口信息核验姓名和证件号码，一般几秒内有结果。</li>
              <li>核验通过后补充民族信息，即可报名。</li>
              <li>24 小时内没有通过核验的账号会自动作废，可以重新注册。</li>
            </ul>
          </section>
        </AccountAside>
      </div>
    </>
  )
}
