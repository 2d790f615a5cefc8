import { getOfficeDocumentEndpoint } from '@xingtan/contract/office/case'
import { ErrorState } from '@xingtan/ui/components/error-state'
import { Notice } from '@xingtan/ui/components/notice'
import { useEndpoint } from '@xingtan/ui/use-endpoint'

/** The 受理凭证 is made by a job: waits for it, then offers the file for printing. */
export function ReceiptLink({ documentId }: { readonly documentId: string }) {
  const document = useEndpoint(
    getOfficeDocumentEndpoint,
    { documentId },
    { staleTime: 0, refetchInterval: ({ state }) => (state.data?.state === 'waiting' || !state.data ? 1000 : false) },
  )
  if (document.isError) return <ErrorState error={document.error} onRetry={() => void document.refetch()} />
  if (document.data?.state === 'failed') {
    return (
      <Notice tone="stop" isLive>
        受理凭证没有生成成功。受理已经生效，请稍后在本件中点「打开受理凭证」重新生成。
      </Notice>
    )
  }
  if (document.data?.state !== 'ready' || document.data.url === null)
    return <output className="status-line">正在生成受理凭证，通常需要几秒钟。</output>
  return (
    <p>
      <a className="receipt-link" data-autofocus href={document.data.url} target="_blank" rel="noopener noreferrer">
        打开受理凭证（在新标签页中打印）
      </a>
    </p>
  )
}
