import './account.css'
import type { SignInResult } from '@xingtan/contract/account'
import { PageTitle } from '@xingtan/ui/components/page-title'
import { useState } from 'react'
import { Link, Navigate, useSearchParams } from 'react-router'
import { paths } from '../../paths.ts'
import { hasSessionEnded } from '../../session/end-notice.ts'
import { safeNext } from '../../session/safe-next.ts'
import { useMe } from '../../session/use-me.ts'
import { AccountAside } from './account-aside.tsx'
import { SignInCodeForm } from './sign-in-code-form.tsx'
import { SignInForm } from './sign-in-form.tsx'
import { useEnter } from './use-enter.ts'

/** The second step: a ticket waits for its code; account and password stay in memory for another code. */
interface CodeStep {
  readonly ticket: Extract<SignInResult, { kind: 'code-required' }>
  readonly account: string
  readonly password: string
}

function leadOf(hasEnded: boolean, leadsBack: boolean): string | undefined {
  if (hasEnded) return '登录已经结束，请重新登录；登录后会回到刚才的页面。'
  return leadsBack ? '登录后会回到您刚才要去的页面。' : undefined
}

/** 登录: document number, password and puzzle, or a code instead of the puzzle; then back to where one came from (ACC-3). */
export function SignInRoute() {
  const { person } = useMe()
  const [search] = useSearchParams()
  const [hasEnded] = useState(hasSessionEnded)
  const [codeStep, setCodeStep] = useState<CodeStep>()
  const enter = useEnter()
  const next = safeNext(search.get('next'), paths.business)
  if (person !== undefined) return <Navigate to={next} replace />
  return (
    <>
      <PageTitle
        title={codeStep === undefined ? '登录' : '填写短信验证码'}
        lead={leadOf(hasEnded, search.get('next') !== null)}
      />
      <div className="account">
        {codeStep === undefined ? (
          <SignInForm
            onSignedIn={() => void enter()}
            onCodeRequired={(ticket, account, password) => setCodeStep({ ticket, account, password })}
          />
        ) : (
          <SignInCodeForm {...codeStep} onSignedIn={() => void enter()} onBack={() => setCodeStep(undefined)} />
        )}
        <AccountAside>
          <section>
            <h2>还没有账号</h2>
            <p>
              教师资格认定和定期注册使用同一个账号。请先<Link to={paths.register}>注册账号</Link>并完成实名核验。
            </p>
          </section>
        </AccountAside>
      </div>
    </>
  )
}
