import { type AppointmentOffer, cancelAppointmentEndpoint } from '@xingtan/contract/appointment'
import { Button } from '@xingtan/ui/components/button'
import { CalendarButton } from '@xingtan/ui/components/calendar-button'
import { Dialog } from '@xingtan/ui/components/dialog'
import { ErrorState } from '@xingtan/ui/components/error-state'
import { Notice } from '@xingtan/ui/components/notice'
import { Panel } from '@xingtan/ui/components/panel'
import { useState } from 'react'
import { slotText } from './slot-text.ts'
import { useAppointmentCommand } from './use-appointment-command.ts'

interface BookingProps {
  readonly offer: AppointmentOffer
  readonly booking: NonNullable<AppointmentOffer['booking']>
  readonly now: string
}

/** The booking that stands: large, printable, for one's own calendar, and given back in two presses. */
export function BookingPanel({ offer, booking, now }: BookingProps) {
  const [isAsking, setIsAsking] = useState(false)
  const cancel = useAppointmentCommand(cancelAppointmentEndpoint, '预约已取消。')
  const { applicationId, registrationNumber, pointName, pointAddress } = offer
  return (
    <Panel title="您的预约">
      {booking.mustMove && (
        <Notice tone="act" title="确认安排有调整，请改到新的时间">
          您可以在其他申请人之前选择新的时段。这次改约不计入次数。
        </Notice>
      )}
      <p className="appointment-time">{slotText(booking)}</p>
      <p>
        {pointName}，{pointAddress}
      </p>
      <p className="hint">
        请携带材料原件按时到场，出示报名号 {registrationNumber} 取号；晚于时段到场的，按现场取号的顺序办理。
      </p>
      <div className="button-row no-print">
        <CalendarButton
          label="把预约加入日历"
          entry={{
            uid: `appointment-${applicationId}`,
            title: '教师资格认定现场确认',
            startsAt: booking.startsAt,
            endsAt: booking.endsAt,
            madeAt: now,
            place: `${pointName}，${pointAddress}`,
            text: `报名号 ${registrationNumber}`,
          }}
        />
        <Button onClick={() => globalThis.print()}>打印本页</Button>
        <Button kind="danger" onClick={() => setIsAsking(true)}>
          取消预约
        </Button>
      </div>
      <Dialog title="取消这个预约" isOpen={isAsking} onClose={() => setIsAsking(false)}>
        <p>
          取消后，{slotText(booking)} 的名额立即让给其他申请人。短时间内多次取消或改约的，需要等待一段时间才能再预约。
        </p>
        {cancel.error !== null && <ErrorState error={cancel.error} />}
        <div className="button-row">
          <Button
            kind="danger"
            busy={cancel.isPending ? '正在取消' : undefined}
            onClick={() => cancel.mutate({ input: { applicationId } })}
          >
            取消预约
          </Button>
          <Button onClick={() => setIsAsking(false)}>保留预约</Button>
        </div>
      </Dialog>
    </Panel>
  )
}
