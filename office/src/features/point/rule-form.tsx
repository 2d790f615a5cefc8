import { type AppointmentRule, type PointView, getPointEndpoint } from '@xingtan/contract/office/point'
import { listSlotsEndpoint, makeSlotsEndpoint, saveAppointmentRuleEndpoint } from '@xingtan/contract/office/appointment'
import { useCommand } from '@xingtan/ui/use-command'
import { useToast } from '@xingtan/ui/use-toast'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { Field } from '../../components/field.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'

const NUMBERS = [
  { id: 'slotMinutes', label: '时段长度（分钟）', hint: undefined },
  { id: 'perDesk', label: '每窗口每时段人数', hint: undefined },
  { id: 'onlinePercent', label: '网上预约比例（%）', hint: '其余名额留给现场取号。' },
  { id: 'drawDaysBefore', label: '抽签提前天数', hint: '登记在预约日前这么多天的 12:00 截止并抽签。' },
] as const

const EMPTY = { slotMinutes: 30, perDesk: 2, onlinePercent: 80, release: 'open' as const, drawDaysBefore: 2 }

/** How slots are made, and the making: what is booked stays, whoever loses a time is told (CNF-1). */
export function RuleForm({ view }: { readonly view: PointView }) {
  const client = useQueryClient()
  const announce = useToast()
  const { pointId } = view.row
  const [values, setValues] = useState(() => ({ ...EMPTY, ...view.rule }))
  const refresh = () => {
    for (const { name } of [getPointEndpoint, listSlotsEndpoint]) void client.invalidateQueries({ queryKey: [name] })
  }
  const make = useCommand(makeSlotsEndpoint, { onSuccess: refresh })
  const save = useCommand(saveAppointmentRuleEndpoint, {
    onSuccess: () => {
      announce('放号规则已保存。')
      refresh()
    },
  })
  const errorOf = (id: string) =>
    save.error?.document.reasons.find(({ field }) => field?.endsWith(id) === true)?.sentence
  const submit = () => {
    const { slotMinutes, perDesk, onlinePercent, drawDaysBefore, release } = values
    const rule: AppointmentRule = { slotMinutes, perDesk, onlinePercent, drawDaysBefore, release }
    save.mutate({ input: { pointId, version: view.rule?.version ?? 0, rule } })
  }
  return (
    <form
      noValidate
      className="panel-flat"
      aria-label="网上预约放号"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <h2>网上预约放号</h2>
      {NUMBERS.map(({ id, label, hint }) => (
        <Field key={id} label={label} error={errorOf(id)} {...(hint === undefined ? {} : { hint })}>
          {(aria) => (
            <Input
              {...aria}
              inputMode="numeric"
              maxLength={3}
              value={Number.isNaN(values[id]) ? '' : String(values[id])}
              onChange={(event) => setValues({ ...values, [id]: Number.parseInt(event.target.value, 10) })}
            />
          )}
        </Field>
      ))}
      <fieldset className="point-types">
        <legend>放号方式</legend>
        {(['open', 'draw'] as const).map((release) => (
          <label key={release}>
            <input
              type="radio"
              name="release"
              checked={values.release === release}
              onChange={() => setValues({ ...values, release })}
            />{' '}
            {release === 'open' ? '先约先得' : '先登记后抽签，余下的先约先得'}
          </label>
        ))}
      </fieldset>
      {save.error !== null && <ProblemAlert problem={save.error} />}
      {make.error !== null && <ProblemAlert problem={make.error} />}
      {make.data !== undefined && (
        <output className="status-line">
          新增 {make.data.added} 个时段，保留 {make.data.kept} 个，关闭 {make.data.closed} 个；{make.data.moving}{' '}
          人需要改约，已通知本人优先选择。
        </output>
      )}
      <div className="dialog-actions">
        <Button htmlType="submit" loading={save.isPending}>
          保存放号规则
        </Button>
        <Button
          type="primary"
          disabled={view.rule === null}
          loading={make.isPending}
          onClick={() => make.mutate({ input: { pointId } })}
        >
          按计划生成时段
        </Button>
      </div>
    </form>
  )
}
