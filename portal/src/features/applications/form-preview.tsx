import { getDocumentEndpoint, requestFormPreviewEndpoint } from '@xingtan/contract/application'
import { Button } from '@xingtan/ui/components/button'
import { Notice } from '@xingtan/ui/components/notice'
import { useCommand } from '@xingtan/ui/use-command'
import { useEndpoint } from '@xingtan/ui/use-endpoint'

const POLL_MS = 1500
const NO_ID = '00000000-0000-0000-0000-000000000000'

/** 申请表预览: the PDF is made by a job; the link is short-lived and opens in a window of its own (APP-10). */
export function FormPreview({ applicationId }: { readonly applicationId: string }) {
  const command = useCommand(requestFormPreviewEndpoint)
  const documentId = command.data?.documentId
  const query = useEndpoint(
    getDocumentEndpoint,
    { documentId: documentId ?? NO_ID },
    {
      enabled: documentId !== undefined,
      refetchInterval: ({ state }) => (state.data === undefined || state.data.state === 'waiting' ? POLL_MS : false),
    },
  )
  const document = documentId === undefined ? undefined : query.data
  const isMaking =
    command.isPending || (documentId !== undefined && (document === undefined || document.state === 'waiting'))
  const error = command.error ?? query.error
  return (
    <>
      {document?.state === 'ready' && document.url !== null ? (
        <a className="button button-secondary" href={document.url} target="_blank" rel="noopener">
          打开申请表（PDF）
        </a>
      ) : (
        <Button
          busy={isMaking && error === null ? '正在生成申请表' : undefined}
          onClick={() => command.mutate({ input: { applicationId } })}
        >
          申请表预览
        </Button>
      )}
      <output className="hint">
        {document?.state === 'ready' && '申请表已生成，请检查信息是否正确，照片和个人承诺书是否清晰完整。'}
      </output>
      {(document?.state === 'failed' || error !== null) && (
        <Notice tone="stop" isLive>
          {error === null ? '申请表没有生成，请再试一次；仍不成功的，请联系咨询服务。' : error.document.detail}
        </Notice>
      )}
    </>
  )
}
