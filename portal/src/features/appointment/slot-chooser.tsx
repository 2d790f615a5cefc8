import {
  type AppointmentOffer,
  type OfferedSlot,
  bookAppointmentEndpoint,
  changeAppointmentEndpoint,
} from '@xingtan/contract/appointment'
import { Button } from '@xingtan/ui/components/button'
import { ErrorState } from '@xingtan/ui/components/error-state'
import { Panel } from '@xingtan/ui/components/panel'
import { RadioGroup } from '@xingtan/ui/components/radio-group'
import { SelectField } from '@xingtan/ui/components/select-field'
import { formatDay, formatInstantShort } from '@xingtan/ui/date-format'
import { useState } from 'react'
import { DrawForm } from './draw-form.tsx'
import { slotText, timesText } from './slot-text.ts'
import { useAppointmentCommand } from './use-appointment-command.ts'

function freeText(slot: OfferedSlot): string {
  if (slot.state === 'free') return `余 ${slot.free} 个名额`
  if (slot.state === 'full') return '已约满'
  if (slot.state === 'later' && slot.releasedAt !== null) return `${formatInstantShort(slot.releasedAt)} 起先约先得`
  return '等待抽签，抽签后余下的先约先得'
}

/** A day, then a time: what is full stays in sight, so that nobody searches for it. */
export function SlotChooser({ offer }: { readonly offer: AppointmentOffer }) {
  const { applicationId, booking, days } = offer
  const firstFree = days.find(({ slots, draw }) => draw !== null || slots.some(({ state }) => state === 'free'))
  const [dayChosen, setDay] = useState(firstFree?.day ?? days[0]?.day ?? '')
  const [slotId, setSlotId] = useState('')
  const [hasTried, setHasTried] = useState(false)
  const book = useAppointmentCommand(bookAppointmentEndpoint, '预约成功，已发送短信。')
  const change = useAppointmentCommand(changeAppointmentEndpoint, '改约成功，已发送短信。')
  const command = booking === null ? book : change
  const day = days.find((one) => one.day === dayChosen)
  const slot = day?.slots.find((one) => one.slotId === slotId && one.state === 'free')
  const submit = () => {
    setHasTried(true)
    if (slot === undefined) document.getElementById('slot')?.focus()
    else command.mutate({ input: { applicationId, slotId: slot.slotId } })
  }
  return (
    <Panel title={booking === null ? '选择时段' : '改到其他时段'}>
      <SelectField
        id="day"
        label="日期"
        value={dayChosen}
        onChange={(value) => {
          setDay(value)
          setSlotId('')
          setHasTried(false)
        }}
        options={days.map((one) => ({ value: one.day, label: dayLabel(one) }))}
      />
      {day?.draw?.isOpen === true && booking === null ? (
        <DrawForm key={day.day} applicationId={applicationId} day={day} draw={day.draw} />
      ) : (
        <>
          <RadioGroup
            id="slot"
            label="时段"
            isInline
            value={slotId}
            onChange={setSlotId}
            error={hasTried && slot === undefined ? '请选择一个有名额的时段。' : undefined}
            options={(day?.slots ?? []).map((one) => ({
              value: one.slotId,
              label: timesText(one),
              hint: freeText(one),
              isDisabled: one.state !== 'free',
            }))}
          />
          {command.error !== null && <ErrorState error={command.error} />}
          <div className="button-row">
            <Button kind="primary" busy={command.isPending ? '正在预约' : undefined} onClick={submit}>
              {`${booking === null ? '预约' : '改约到'}${slot === undefined ? '所选时段' : slotText(slot)}`}
            </Button>
          </div>
        </>
      )}
    </Panel>
  )
}

function dayLabel({ day, slots, draw }: AppointmentOffer['days'][number]): string {
  const free = slots.filter(({ state }) => state === 'free').reduce((sum, one) => sum + one.free, 0)
  if (draw?.isOpen === true) return `${formatDay(day)}（抽签登记中）`
  return `${formatDay(day)}（${free === 0 ? '暂无名额' : `余 ${free} 个名额`}）`
}
