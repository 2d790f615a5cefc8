import { type ChannelRow, confirmChannelPostEndpoint } from '@xingtan/contract/office/channel'
import { Notice } from '@xingtan/ui/components/notice'
import { useCommand } from '@xingtan/ui/use-command'
import { Button } from 'antd'
import { ProblemAlert } from '../../components/problem-alert.tsx'

interface ConfirmPanelProps {
  readonly row: ChannelRow
  readonly onConfirmed: () => void
}

/** 确认已读, once for each person. */
export function ConfirmPanel({ row, onConfirmed }: ConfirmPanelProps) {
  const confirm = useCommand(confirmChannelPostEndpoint, { onSuccess: onConfirmed })
  if (row.isConfirmed) {
    return (
      <Notice tone="ok" isLive>
        <p>您已确认阅读。</p>
      </Notice>
    )
  }
  return (
    <section className="panel-flat" aria-label="确认已读">
      <p>发文机构要求每位收件人确认已读。{row.isOverdue && '已超过阅读期限，请尽快确认。'}</p>
      {confirm.isError && <ProblemAlert problem={confirm.error} />}
      <div className="section-actions">
        <Button
          type="primary"
          loading={confirm.isPending}
          onClick={() => confirm.mutate({ input: { postId: row.postId } })}
        >
          我已阅读，确认
        </Button>
      </div>
    </section>
  )
}
