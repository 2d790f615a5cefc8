import { extendTimeEndpoint } from '@xingtan/contract/office/material'
import { useToast } from '@xingtan/ui/use-toast'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { Dialog } from '../../components/dialog.tsx'
import { Field } from '../../components/field.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import type { OnlineDialogProps } from './dialog-props.ts'
import { useOnlineCommand } from './use-online-command.ts'

/** More time for what was asked, with a reason the person reads. */
export function ExtendDialog({ online, name, onClose }: OnlineDialogProps) {
  const announce = useToast()
  const [dueOn, setDueOn] = useState('')
  const [dueReason, setDueReason] = useState('')
  const [tried, setTried] = useState(false)
  const extend = useOnlineCommand(extendTimeEndpoint, () => {
    announce('补正期限已延长，已通知申请人。')
    onClose()
  })
  const current = online.requests.find(({ isOpen }) => isOpen)?.dueOn ?? ''
  const dayError = tried && dueOn === '' ? '请选择新的期限。' : undefined
  const reasonError = tried && dueReason.trim() === '' ? '请填写延长原因。' : undefined
  return (
    <Dialog title={`延长补正期限：${name}`} onClose={onClose}>
      <Field label="新的期限（含当日）" hint={`现在的期限是 ${current}。`} error={dayError}>
        {(aria) => <Input {...aria} type="date" value={dueOn} onChange={(event) => setDueOn(event.target.value)} />}
      </Field>
      <Field label="延长原因" hint="申请人会看到，最多 200 个字。" error={reasonError}>
        {(aria) => (
          <Input {...aria} maxLength={200} value={dueReason} onChange={(event) => setDueReason(event.target.value)} />
        )}
      </Field>
      {extend.error !== null && <ProblemAlert problem={extend.error} />}
      <div className="dialog-actions">
        <Button onClick={onClose}>取消</Button>
        <Button
          type="primary"
          loading={extend.isPending}
          onClick={() => {
            setTried(true)
            if (dueOn === '' || dueReason.trim() === '') return
            extend.mutate({
              input: { applicationId: online.applicationId, version: online.version, dueOn, dueReason },
            })
          }}
        >
          延长并通知申请人
        </Button>
      </div>
    </Dialog>
  )
}
