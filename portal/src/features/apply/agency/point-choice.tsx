import type { PointOffer } from '@xingtan/contract/place'
import { RadioGroup } from '@xingtan/ui/components/radio-group'
import { formatWindow } from '@xingtan/ui/date-format'

export interface PointChoiceProps {
  readonly points: readonly PointOffer[]
  readonly value: string | null
  readonly error?: string | undefined
  readonly onChange: (pointId: string) => void
}

function hintOf(point: PointOffer) {
  const lines = [
    `确认范围：${point.scope}`,
    `地址：${point.address}`,
    `确认时间：${formatWindow(point.confirmFrom, point.confirmTo)}`,
    `办理时间：${point.hours}`,
    ...(point.phone === null ? [] : [`电话：${point.phone}`]),
    ...(point.notice === null || point.notice === '' ? [] : point.notice.split('\n')),
  ]
  return lines.map((line) => (
    <span className="record-hint" key={line}>
      {line}
    </span>
  ))
}

/** 确认点 as cards: whom each is for, where it is and when (APP-4). */
export function PointChoice({ points, value, error, onChange }: PointChoiceProps) {
  return (
    <RadioGroup
      id="pointId"
      label="确认点"
      hint="请按“确认范围”选择适合您的确认点，提交后须到这里办理确认。"
      error={error}
      value={value ?? ''}
      options={points.map((point) => ({ value: point.pointId, label: point.name, hint: hintOf(point) }))}
      onChange={onChange}
    />
  )
}
