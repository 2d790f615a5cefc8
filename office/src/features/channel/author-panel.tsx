import {
  type ChannelRow,
  listChannelReceiptsEndpoint,
  remindChannelPostEndpoint,
  withdrawChannelPostEndpoint,
} from '@xingtan/contract/office/channel'
import { QueryState } from '@xingtan/ui/components/query-state'
import { formatInstantShort } from '@xingtan/ui/date-format'
import { useCommand } from '@xingtan/ui/use-command'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { useToast } from '@xingtan/ui/use-toast'
import { Button } from 'antd'
import { useState } from 'react'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { ScrollRegion } from '../../components/scroll-region.tsx'
import { TextDialog } from '../../components/text-dialog.tsx'

interface AuthorPanelProps {
  readonly row: ChannelRow
  readonly counts: { readonly addressed: number; readonly read: number; readonly confirmed: number }
  readonly onChanged: () => void
}

/** For the agency that wrote: who has read it, a reminder, taking it back. */
export function AuthorPanel({ row, counts, onChanged }: AuthorPanelProps) {
  const { postId } = row
  const announce = useToast()
  const [isWithdrawing, setWithdrawing] = useState(false)
  const remind = useCommand(remindChannelPostEndpoint, {
    onSuccess: ({ waiting }) => {
      announce(`已提醒 ${waiting} 名未确认的收件人。`)
      onChanged()
    },
  })
  const withdraw = useCommand(withdrawChannelPostEndpoint, {
    onSuccess: () => {
      announce('已撤回。')
      setWithdrawing(false)
      onChanged()
    },
  })
  return (
    <section className="panel-flat" aria-labelledby="post-receipts">
      <h2 id="post-receipts">阅读情况</h2>
      <p>
        发给 {counts.addressed} 人，{counts.read} 人已读
        {row.receiptRequired && `，${counts.confirmed} 人已确认`}。
        {row.remindedAt !== null && `上次提醒：${formatInstantShort(row.remindedAt)}。`}
      </p>
      {remind.isError && <ProblemAlert problem={remind.error} />}
      {!row.isWithdrawn && (
        <div className="section-actions">
          {row.receiptRequired && (
            <Button loading={remind.isPending} onClick={() => remind.mutate({ input: { postId } })}>
              提醒未确认的人
            </Button>
          )}
          <Button danger onClick={() => setWithdrawing(true)}>
            撤回
          </Button>
        </div>
      )}
      <Receipts postId={postId} />
      {isWithdrawing && (
        <TextDialog
          title="撤回"
          lead="撤回后收件人不能再看到内容和附件；本机构仍保留记录。"
          label="撤回原因"
          maxLength={200}
          button="撤回"
          isDanger
          command={withdraw}
          onSubmit={(reason) => withdraw.mutate({ input: { postId, reason } })}
          onClose={() => setWithdrawing(false)}
        />
      )}
    </section>
  )
}

/** The first hundred who have not read it yet: enough to telephone. */
function Receipts({ postId }: { readonly postId: string }) {
  const receipts = useEndpoint(listChannelReceiptsEndpoint, { postId, show: 'unconfirmed' })
  return (
    <QueryState query={receipts} skeletonLines={3}>
      {({ rows, after }) =>
        rows.length === 0 ? (
          <p className="quiet">没有未确认的收件人。</p>
        ) : (
          <>
            <h3>未确认的收件人</h3>
            <ScrollRegion className="table-scroll" label="未确认的收件人">
              <table className="case-table">
                <caption className="visually-hidden">未确认的收件人</caption>
                <thead>
                  <tr>
                    <th scope="col">机构</th>
                    <th scope="col">姓名</th>
                    <th scope="col">阅读时间</th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map(({ userId, agencyName, name, readAt }) => (
                    <tr key={userId}>
                      <td>{agencyName}</td>
                      <td>{name}</td>
                      <td>{readAt === null ? <span className="quiet">未读</span> : formatInstantShort(readAt)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </ScrollRegion>
            {after !== null && <p className="quiet">只显示前 {rows.length} 人。</p>}
          </>
        )
      }
    </QueryState>
  )
}
