import { openWorkInfoEndpoint } from '@xingtan/contract/office/work-info'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { Dialog } from '../../components/dialog.tsx'
import { Field } from '../../components/field.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { useFormCommand } from './use-form-command.ts'

/** Opens the collection of the year with its deadline. */
export function OpenCollectionDialog({ onClose }: { readonly onClose: () => void }) {
  const [dueOn, setDueOn] = useState('')
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const open = useFormCommand(openWorkInfoEndpoint, '采集已发起。', onClose)
  return (
    <Dialog title="发起本年度采集" onClose={onClose}>
      <form
        noValidate
        className="dialog-form"
        onSubmit={(event) => {
          event.preventDefault()
          setTried(true)
          if (dueOn !== '') open.mutate({ input: { dueOn, note } })
        }}
      >
        <Field label="截止日期" error={tried && dueOn === '' ? '请填写截止日期。' : undefined}>
          {(aria) => <Input {...aria} type="date" value={dueOn} onChange={(event) => setDueOn(event.target.value)} />}
        </Field>
        <Field label="填报要求（选填）">
          {(aria) => (
            <Input.TextArea
              {...aria}
              rows={3}
              maxLength={300}
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          )}
        </Field>
        {open.error !== null && <ProblemAlert problem={open.error} />}
        <div className="dialog-actions">
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" htmlType="submit" loading={open.isPending}>
            发起采集
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
