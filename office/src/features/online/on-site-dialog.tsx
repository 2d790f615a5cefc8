import { askToPointEndpoint } from '@xingtan/contract/office/material'
import { useToast } from '@xingtan/ui/use-toast'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { Dialog } from '../../components/dialog.tsx'
import { Field } from '../../components/field.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import type { OnlineDialogProps } from './dialog-props.ts'
import { useOnlineCommand } from './use-online-command.ts'

/** 需现场: the person is asked to the point and told why. */
export function OnSiteDialog({ online, name, onClose }: OnlineDialogProps) {
  const announce = useToast()
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const ask = useOnlineCommand(askToPointEndpoint, () => {
    announce('已通知申请人到确认点办理。')
    onClose()
  })
  const error = tried && note.trim() === '' ? '请写明需要到场核验的内容。' : undefined
  return (
    <Dialog title={`请申请人到场：${name}`} onClose={onClose}>
      <p>申请人会收到确认点的名称、地址和您写的原因，在确认时间内带原件到场办理。</p>
      <Field label="到场原因" hint="最多 300 个字。" error={error}>
        {(aria) => (
          <Input.TextArea
            {...aria}
            data-autofocus
            rows={3}
            maxLength={300}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </Field>
      {ask.error !== null && <ProblemAlert problem={ask.error} />}
      <div className="dialog-actions">
        <Button onClick={onClose}>取消</Button>
        <Button
          type="primary"
          loading={ask.isPending}
          onClick={() => {
            setTried(true)
            if (note.trim() === '') return
            ask.mutate({ input: { applicationId: online.applicationId, version: online.version, note } })
          }}
        >
          通知申请人到场
        </Button>
      </div>
    </Dialog>
  )
}
