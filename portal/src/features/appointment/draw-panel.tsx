import { type AppointmentOffer, withdrawDrawRequestEndpoint } from '@xingtan/contract/appointment'
import { Button } from '@xingtan/ui/components/button'
import { ErrorState } from '@xingtan/ui/components/error-state'
import { Panel } from '@xingtan/ui/components/panel'
import { formatDay, formatInstant, formatTime } from '@xingtan/ui/date-format'
import { Link } from 'react-router'
import { useAppointmentCommand } from './use-appointment-command.ts'

/** The request that waits for its draw, or how the last one ended. */
export function DrawPanel({ offer }: { readonly offer: AppointmentOffer }) {
  const { applicationId, request, lastDraw, booking } = offer
  const withdraw = useAppointmentCommand(withdrawDrawRequestEndpoint, '登记已撤回。')
  if (request !== null) {
    return (
      <Panel title="等待抽签">
        <p>
          您登记了 {formatDay(request.day)} 的抽签，志愿时段：{request.wishes.map(formatTime).join('、')}。
          {formatInstant(request.requestsUntil)} 截止登记并抽签，结果会短信通知您。
        </p>
        <p className="hint">登记编号 {request.requestId}，抽签后可以在公开的抽签记录中找到它的名次。</p>
        {withdraw.error !== null && <ErrorState error={withdraw.error} />}
        <div className="button-row">
          <Button
            busy={withdraw.isPending ? '正在撤回' : undefined}
            onClick={() => withdraw.mutate({ input: { applicationId } })}
          >
            撤回登记
          </Button>
        </div>
      </Panel>
    )
  }
  if (lastDraw === null || booking !== null) return null
  return (
    <Panel title="抽签结果">
      <p>
        {formatDay(lastDraw.day)} 的抽签{lastDraw.isWon ? '已中签' : '没有中签，余下的名额先约先得'}。
        <Link to={`/draws/${lastDraw.drawId}`}>查看抽签记录</Link>
      </p>
    </Panel>
  )
}
