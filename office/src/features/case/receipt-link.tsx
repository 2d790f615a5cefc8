import { getOfficeDocumentEndpoint } from '@xingtan/contract/office/case'
import { ErrorState } from '@xingtan/ui/components/error-state'
import { Notice } from '@xingtan/ui/components/notice'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { useEffect, useRef } from 'react'

/** The 受理凭证 is made by a job: waits for it, then offers the file for printing. */
export function ReceiptLink({ documentId }: { readonly documentId: string }) {
  const made = useEndpoint(
    getOfficeDocumentEndpoint,
    { documentId },
    { staleTime: 0, refetchInterval: ({ state }) => (state.data?.state === 'waiting' || !state.data ? 1000 : false) },
  )
  if (made.isError) return <ErrorState error={made.error} onRetry={() => void made.refetch()} />
  if (made.data?.state === 'failed') {
    return (
      <Notice tone="stop" isLive>
        受理凭证没有生成成功。受理已经生效，请稍后在本件中点「打开受理凭证」重新生成。
      </Notice>
    )
  }
  if (made.data?.state !== 'ready' || made.data.url === null)
    return <output className="status-line">正在生成受理凭证，通常需要几秒钟。</output>
  return <PrintLink url={made.data.url} />
}

/** Comes when the file is made, so it takes the focus itself, unless the officer is busy with something else by then. */
function PrintLink({ url }: { readonly url: string }) {
  const link = useRef<HTMLAnchorElement>(null)
  useEffect(() => {
    const held = document.activeElement
    const isBusy = held instanceof HTMLElement && held !== document.body && held.tabIndex >= 0
    if (!isBusy) link.current?.focus()
  }, [])
  return (
    <p>
      <a ref={link} className="receipt-link" data-autofocus href={url} target="_blank" rel="noopener noreferrer">
        打开受理凭证（在新标签页中打印）
      </a>
    </p>
  )
}
