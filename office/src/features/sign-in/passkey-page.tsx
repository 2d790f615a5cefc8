import { useMutation } from '@tanstack/react-query'
import { beginPasskeyWithCodeEndpoint, registerPasskeyWithCodeEndpoint } from '@xingtan/contract/office/security'
import { call } from '@xingtan/ui/call'
import { BrandMark } from '@xingtan/ui/components/brand-mark'
import { Notice } from '@xingtan/ui/components/notice'
import { PageTitle } from '@xingtan/ui/components/page-title'
import type { ProblemError } from '@xingtan/ui/problem-error'
import { SiteName } from '@xingtan/ui/site-name'
import { Link } from 'react-router'
import { keySentence } from '../../session/key-sentence.ts'
import type { KeyFailure } from '../../session/key-middleware.ts'
import { makePasskey } from '../../session/make-passkey.ts'
import { SITE_TITLE } from '../../site-title.ts'
import { type CodeDraft, PasskeyCodeForm } from './passkey-code-form.tsx'
import './sign-in.css'

async function register({ label, ...secret }: CodeDraft): Promise<KeyFailure | undefined> {
  const offer = await call(beginPasskeyWithCodeEndpoint, secret)
  const made = await makePasskey(offer)
  if (!made.ok) return made.failure
  await call(registerPasskeyWithCodeEndpoint, { ticket: offer.ticket, label, ...made.value })
  return undefined
}

/** Registers a passkey by password and registration code; it opens nothing, the sign-in comes afterwards (S-033). */
export function PasskeyPage() {
  const registering = useMutation<KeyFailure | undefined, ProblemError, CodeDraft>({
    mutationKey: [beginPasskeyWithCodeEndpoint.name],
    mutationFn: register,
  })
  const isDone = registering.isSuccess && registering.data === undefined
  return (
    <SiteName value={SITE_TITLE}>
      <main id="main" className="sign-in">
        <div className="sign-in-brand">
          <BrandMark size={44} />
          <span>{SITE_TITLE}</span>
        </div>
        <section className="sign-in-card" aria-label="登记通行密钥">
          <PageTitle title="登记通行密钥" />
          {isDone ? (
            <Notice tone="ok" isLive>
              通行密钥已登记。请返回登录页，用密码和这个通行密钥登录。
            </Notice>
          ) : (
            <PasskeyCodeForm
              problem={registering.error}
              failure={registering.data === undefined ? undefined : keySentence(registering.data)}
              isBusy={registering.isPending}
              onSubmit={registering.mutate}
            />
          )}
          <p className="sign-in-more">
            <Link to="/sign-in">返回登录</Link>
          </p>
        </section>
        <p className="sign-in-foot">登记码由本机构的用户管理人员当面给出，10 分钟内有效，只能用一次。</p>
      </main>
    </SiteName>
  )
}
