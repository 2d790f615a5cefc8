import { requestReceiptEndpoint } from '@xingtan/contract/office/case'
import { useCommand } from '@xingtan/ui/use-command'
import { Button } from 'antd'
import { useEffect } from 'react'
import { Dialog } from '../../components/dialog.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import type { Case } from './case-draft.ts'
import { ReceiptLink } from './receipt-link.tsx'

interface ReceiptProps {
  readonly view: Case
  readonly onClose: () => void
}

/** The 受理凭证 again, at any time after acceptance. */
export function ReceiptDialog({ view, onClose }: ReceiptProps) {
  const { applicationId } = view.row
  const { mutate: request, ...receipt } = useCommand(requestReceiptEndpoint)
  useEffect(() => {
    request({ input: { applicationId } })
  }, [request, applicationId])
  return (
    <Dialog title="受理凭证" onClose={onClose}>
      {receipt.isError && (
        <ProblemAlert problem={receipt.error}>
          <Button onClick={() => request({ input: { applicationId } })}>重试</Button>
        </ProblemAlert>
      )}
      {receipt.data === undefined && !receipt.isError && (
        <output className="status-line">正在生成受理凭证，通常需要几秒钟。</output>
      )}
      {receipt.data !== undefined && <ReceiptLink documentId={receipt.data.documentId} />}
      <div className="dialog-actions">
        <Button onClick={onClose}>完成</Button>
      </div>
    </Dialog>
  )
}
