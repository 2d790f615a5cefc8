import {
  PRIORITY_REASON_TITLES,
  PriorityReason,
  TICKET_KIND_TITLES,
  getQueueEndpoint,
  takeNumberEndpoint,
} from '@xingtan/contract/office/appointment'
import { useCommand } from '@xingtan/ui/use-command'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { Field } from '../../components/field.tsx'
import { focusFirstInvalid } from '../../components/focus-first-invalid.ts'
import { ProblemAlert } from '../../components/problem-alert.tsx'

/** A number at the door: the scanner types 报名号 and Enter; priority with a reason that names no illness. */
export function TakeNumberForm() {
  const client = useQueryClient()
  const [text, setText] = useState('')
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const take = useCommand(takeNumberEndpoint, {
    onSuccess: () => {
      setText('')
      setReason('')
      setTried(false)
      void client.invalidateQueries({ queryKey: [getQueueEndpoint.name] })
    },
  })
  const error = tried && text.trim() === '' ? '请填写报名号或证件号码，或者扫描申请人出示的二维码。' : undefined
  return (
    <form
      noValidate
      className="panel-flat"
      aria-label="取号"
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (text.trim() === '') return focusFirstInvalid(event.currentTarget)
        const priority = PriorityReason.safeParse(reason)
        return take.mutate({ input: { text: text.trim(), priorityReason: priority.success ? priority.data : null } })
      }}
    >
      <h2>取号</h2>
      <Field label="报名号、证件号码或二维码" error={error}>
        {(aria) => (
          <Input
            {...aria}
            autoComplete="off"
            maxLength={60}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <label className="line-desk">
        优先办理{' '}
        <select value={reason} onChange={(event) => setReason(event.target.value)}>
          <option value="">不需要</option>
          {PriorityReason.options.map((one) => (
            <option key={one} value={one}>
              {PRIORITY_REASON_TITLES[one]}
            </option>
          ))}
        </select>
      </label>
      {take.error !== null && <ProblemAlert problem={take.error} />}
      {take.data !== undefined && (
        <output className="status-line line-taken">
          <strong>{take.data.number} 号</strong>（{TICKET_KIND_TITLES[take.data.kind]}），前面 {take.data.before} 人。
        </output>
      )}
      <Button htmlType="submit" loading={take.isPending}>
        取号
      </Button>
    </form>
  )
}
