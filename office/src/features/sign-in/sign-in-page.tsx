import { getOfficerEndpoint } from '@xingtan/contract/office/session'
import { BrandMark } from '@xingtan/ui/components/brand-mark'
import { DemoBanner } from '@xingtan/ui/components/demo-banner'
import { PageTitle } from '@xingtan/ui/components/page-title'
import { SiteName } from '@xingtan/ui/site-name'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { useState } from 'react'
import { Link, Navigate, useSearchParams } from 'react-router'
import { takeEndNotice } from '../../session/end-notice.ts'
import { SITE_TITLE } from '../../site-title.ts'
import type { Challenge } from './challenge.ts'
import { KeyForm } from './key-form.tsx'
import { nextPath } from './next-path.ts'
import { PasswordForm } from './password-form.tsx'
import './sign-in.css'

/** Sign-in of an officer: the password earns a challenge, the SM2 key answers it (ACC-9, S-033). */
export function SignInPage() {
  const officer = useEndpoint(getOfficerEndpoint, {})
  const [search] = useSearchParams()
  const [username, setUsername] = useState('')
  const [challenge, setChallenge] = useState<Challenge | undefined>()
  const [notice, setNotice] = useState(takeEndNotice)
  if (officer.data?.signedIn === true) return <Navigate to={nextPath(search)} replace />
  const serverAheadMs = officer.data === undefined ? 0 : Date.parse(officer.data.now) - officer.dataUpdatedAt
  return (
    <SiteName value={SITE_TITLE}>
      {officer.data?.demo === true && <DemoBanner />}
      <main id="main" className="sign-in">
        <div className="sign-in-brand">
          <BrandMark size={44} />
          <span>{SITE_TITLE}</span>
        </div>
        <section className="sign-in-card" aria-label="登录">
          <PageTitle title="工作人员登录" />
          <ol className="sign-in-steps">
            <li aria-current={challenge === undefined ? 'step' : undefined}>一、用户名和密码</li>
            <li aria-current={challenge === undefined ? undefined : 'step'}>二、密钥</li>
          </ol>
          {challenge === undefined ? (
            <PasswordForm
              username={username}
              onUsername={setUsername}
              notice={notice}
              onChallenge={(begun) => {
                setNotice(undefined)
                setChallenge({ ...begun, overAt: Date.parse(begun.expiresAt) - serverAheadMs })
              }}
            />
          ) : (
            <KeyForm
              challenge={challenge}
              username={username}
              onRestart={(sentence) => {
                setNotice(sentence)
                setChallenge(undefined)
              }}
            />
          )}
          {challenge === undefined && (
            <p className="sign-in-more">
              <Link to="/sign-in/passkey">用登记码登记通行密钥</Link>
            </p>
          )}
        </section>
        <p className="sign-in-foot">本系统仅供备案的工作人员使用，登录与查阅均有记录。没有密钥不能登录。</p>
        <p className="sign-in-foot">
          首次使用或重设密码，请<Link to="/activate">激活用户</Link>。
        </p>
      </main>
    </SiteName>
  )
}
