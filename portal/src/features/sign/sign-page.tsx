import './sign.css'
import { openSigningEndpoint, submitSignatureEndpoint } from '@xingtan/contract/signing'
import type { OutputOf } from '@xingtan/contract/endpoint'
import { ErrorState } from '@xingtan/ui/components/error-state'
import { Notice } from '@xingtan/ui/components/notice'
import { PageTitle } from '@xingtan/ui/components/page-title'
import { SignaturePad } from '@xingtan/ui/components/signature-pad'
import { Skeleton } from '@xingtan/ui/components/skeleton'
import { SiteName } from '@xingtan/ui/site-name'
import { formatTime } from '@xingtan/ui/date-format'
import { useCommand } from '@xingtan/ui/use-command'
import { useEffect, useRef, useState } from 'react'
import { readToken } from './sign-token.ts'

type Opened = OutputOf<typeof openSigningEndpoint>

const SCAN_AGAIN = '请回到电脑页面，重新生成二维码后再扫。'

function Sheet({ opened }: { readonly opened: Opened }) {
  const command = useCommand(submitSignatureEndpoint)
  if (command.isSuccess) {
    return (
      <>
        <PageTitle title="签名已提交" />
        <Notice tone="ok" title="请回到电脑上确认" isLive>
          电脑页面会显示您的签名，点“接受这个签名”后才生效。本页可以关闭。
        </Notice>
      </>
    )
  }
  const { deviceKey } = opened
  const sentences = command.error?.document.reasons.map(({ sentence }) => sentence) ?? []
  return (
    <>
      <PageTitle
        title={opened.documentTitle}
        lead={`签名人：${opened.maskedName}。请在 ${formatTime(opened.expiresAt)} 前签完。`}
      />
      <div className="sign-text">
        {opened.text.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </div>
      <section className="sign-sheet" aria-labelledby="sign-here">
        <h2 id="sign-here">手写签名</h2>
        {command.error !== null && (
          <Notice tone="stop" title="签名没有提交" isLive>
            {sentences.length === 0 ? command.error.document.detail : sentences.join('')}
          </Notice>
        )}
        <SignaturePad
          busy={command.isPending ? '正在提交签名' : undefined}
          onSign={(file) => command.mutate({ input: { deviceKey }, file, fileName: 'signature.png' })}
        />
      </section>
    </>
  )
}

function Opening({ token }: { readonly token: string }) {
  const { mutate, data, error } = useCommand(openSigningEndpoint)
  const isAsked = useRef(false)
  useEffect(() => {
    // Opening claims the token for this device: asked once, however often the page is drawn.
    if (isAsked.current) return
    isAsked.current = true
    mutate({ input: { token } })
  }, [mutate, token])
  if (data !== undefined) return <Sheet opened={data} />
  return (
    <>
      <PageTitle title="手写签名" />
      {error === null ? (
        <Skeleton lines={8} />
      ) : error.status === 0 ? (
        <ErrorState error={error} onRetry={() => mutate({ input: { token } })} />
      ) : (
        <Notice tone="stop" title="不能在这里签名" isLive>
          {error.document.reasons[0]?.sentence ?? error.document.detail}
        </Notice>
      )}
    </>
  )
}

/**
 * The page a phone opens from the QR code, without sign-in: the token is read once and taken out of the address, so it
 * stays in no history and no picture of the screen (S-080).
 */
export function SignPage() {
  const [token] = useState(() => readToken(globalThis.location.hash))
  useEffect(() => {
    const { history, location } = globalThis
    if (location.hash !== '') history.replaceState(history.state, '', location.pathname)
  }, [])
  return (
    <SiteName value="中国教师资格网">
      <main className="sign" id="main">
        {token === undefined ? (
          <>
            <PageTitle title="手写签名" />
            <Notice tone="warn" title="没有可以签名的内容">
              本页只能由电脑页面上的二维码打开，刷新后失效。{SCAN_AGAIN}
            </Notice>
          </>
        ) : (
          <Opening token={token} />
        )}
      </main>
    </SiteName>
  )
}
