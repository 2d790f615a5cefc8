import { type OfferedDay, requestDrawEndpoint } from '@xingtan/contract/appointment'
import { Button } from '@xingtan/ui/components/button'
import { CheckboxField } from '@xingtan/ui/components/checkbox-field'
import { ErrorState } from '@xingtan/ui/components/error-state'
import { Notice } from '@xingtan/ui/components/notice'
import { formatInstant } from '@xingtan/ui/date-format'
import { useState } from 'react'
import { timesText } from './slot-text.ts'
import { useAppointmentCommand } from './use-appointment-command.ts'

interface DrawFormProps {
  readonly applicationId: string
  readonly day: OfferedDay
  readonly draw: NonNullable<OfferedDay['draw']>
}

/** Asks for places of a day by lot: up to three times, in the order they are ticked; early or late makes no difference. */
export function DrawForm({ applicationId, day, draw }: DrawFormProps) {
  const [wishes, setWishes] = useState<readonly string[]>([])
  const [hasTried, setHasTried] = useState(false)
  const command = useAppointmentCommand(requestDrawEndpoint, '已登记，抽签后短信通知您结果。')
  const error = hasTried && wishes.length === 0 ? '请选择一到三个时段。' : undefined
  const submit = () => {
    setHasTried(true)
    if (wishes.length > 0) command.mutate({ input: { applicationId, drawId: draw.drawId, slotIds: [...wishes] } })
  }
  return (
    <>
      <Notice tone="info" title="这一天的名额由抽签分配">
        <p>
          {formatInstant(draw.requestsUntil)}{' '}
          前登记即可，先登记后登记机会相同；没有中签的，可以约抽签后余下的名额，或直接到场取号。
        </p>
        <p className="hint appointment-hash">抽签种子的摘要（SHA-256）：{draw.seedHash}</p>
      </Notice>
      <fieldset className="field field-wide">
        <legend className="field-label">希望的时段（最多三个，按勾选的先后排序）</legend>
        <div className="choices choices-inline">
          {day.slots.map((slot) => {
            const place = wishes.indexOf(slot.slotId) + 1
            return (
              <CheckboxField
                key={slot.slotId}
                id={`wish-${slot.slotId}`}
                label={place === 0 ? timesText(slot) : `${timesText(slot)}（第 ${place} 志愿）`}
                isChecked={place > 0}
                isDisabled={place === 0 && wishes.length >= 3}
                onChange={(isOn) =>
                  setWishes(isOn ? [...wishes, slot.slotId] : wishes.filter((id) => id !== slot.slotId))
                }
              />
            )
          })}
        </div>
        {error !== undefined && (
          <p className="field-error" role="alert">
            {error}
          </p>
        )}
      </fieldset>
      {command.error !== null && <ErrorState error={command.error} />}
      <div className="button-row">
        <Button kind="primary" busy={command.isPending ? '正在登记' : undefined} onClick={submit}>
          登记参加抽签
        </Button>
      </div>
    </>
  )
}
