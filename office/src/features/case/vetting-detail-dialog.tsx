import { VETTING_TITLES } from '@xingtan/domain/case-vetting'
import type { OutputOf } from '@xingtan/contract/endpoint'
import { lookAtVettingEndpoint } from '@xingtan/contract/office/vetting'
import { formatInstantShort } from '@xingtan/ui/date-format'
import { useCommand } from '@xingtan/ui/use-command'
import { Button } from 'antd'
import { Dialog } from '../../components/dialog.tsx'
import { ReasonDialog } from '../../components/reason-dialog.tsx'

type Result = OutputOf<typeof lookAtVettingEndpoint>['results'][number]

const STATES: Readonly<Record<Result['state'], string>> = {
  requested: '等待结果',
  clear: '没有不得认定的情形',
  hit: '有记录',
  error: '没有得到结果',
  purged: '明细已清除',
}

/** What the sources wrote: for a purpose, recorded, and gone from the screen when the window closes (DEC-2). */
export function VettingDetailDialog({
  applicationId,
  onClose,
}: {
  readonly applicationId: string
  readonly onClose: () => void
}) {
  const look = useCommand(lookAtVettingEndpoint, { gcTime: 0 })
  if (look.data === undefined) {
    return (
      <ReasonDialog
        title="查看核查说明"
        sentence="核查结果属于敏感个人信息，只能用于作出认定结论。查看人、时间和原因都会记录。"
        action="查看"
        label="查看原因"
        isHarmless
        maxLength={60}
        problem={look.error}
        isBusy={look.isPending}
        onClose={onClose}
        onReason={(purpose) => look.mutate({ input: { applicationId, purpose } })}
      />
    )
  }
  return (
    <Dialog title="核查说明" onClose={onClose}>
      <ul className="vetting-states">
        {look.data.results.map(({ kind, source, state, requestedAt, answeredAt, detail }) => (
          <li key={`${kind} ${requestedAt}`}>
            <div className="check-head">
              <span>
                {VETTING_TITLES[kind]}
                {source === 'paper' && '（纸质证明）'}
              </span>
              <strong>{STATES[state]}</strong>
            </div>
            <p className="quiet">
              {formatInstantShort(requestedAt)}发起
              {answeredAt !== null && `，${formatInstantShort(answeredAt)}返回`}。
            </p>
            <p>{detail ?? '来源没有附说明。'}</p>
          </li>
        ))}
      </ul>
      <p className="quiet">关闭本窗口后不再显示。</p>
      <div className="dialog-actions">
        <Button type="primary" data-autofocus onClick={onClose}>
          关闭
        </Button>
      </div>
    </Dialog>
  )
}
