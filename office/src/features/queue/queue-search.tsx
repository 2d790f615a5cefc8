import { findCaseEndpoint } from '@xingtan/contract/office/case'
import { useCommand } from '@xingtan/ui/use-command'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { CaseTable } from '../../components/case-table.tsx'
import { Field } from '../../components/field.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'

/** One box for 报名号, name or document number; what is searched stands in no address (S-125). One hit opens its case. */
export function QueueSearch() {
  const navigate = useNavigate()
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const find = useCommand(findCaseEndpoint, {
    onSuccess: ({ rows }) => {
      const [only] = rows
      if (only !== undefined && rows.length === 1) void navigate(`/cases/${only.applicationId}`)
    },
  })
  const error = tried && text.trim() === '' ? '请填写报名号、姓名或证件号码。' : undefined
  const rows = find.data?.rows
  const reset = () => {
    find.reset()
    setText('')
    setTried(false)
  }
  return (
    <search className="queue-search">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          setTried(true)
          if (text.trim() !== '') find.mutate({ input: { text: text.trim() } })
        }}
      >
        <Field label="查找申请" hint="填写报名号、证件号码，或者姓名的前两个字以上。" error={error}>
          {(aria) => (
            <Input
              {...aria}
              maxLength={60}
              autoComplete="off"
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
        <Button htmlType="submit" loading={find.isPending}>
          查找
        </Button>
        {(rows !== undefined || find.isError) && <Button onClick={reset}>清除查找</Button>}
      </form>
      {find.error !== null && <ProblemAlert problem={find.error} />}
      {rows !== undefined && rows.length !== 1 && (
        <output className="status-line">
          {rows.length === 0
            ? '没有找到。请核对后再查找；姓名须从第一个字写起。'
            : `找到 ${rows.length} 件${rows.length >= 20 ? '，只显示前 20 件，请把姓名写完整' : ''}。`}
        </output>
      )}
      {rows !== undefined && rows.length > 1 && <CaseTable rows={rows} caption="查找结果" />}
    </search>
  )
}
