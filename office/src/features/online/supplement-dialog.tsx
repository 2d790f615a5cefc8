import { requestSupplementEndpoint } from '@xingtan/contract/office/material'
import { formatDay } from '@xingtan/ui/date-format'
import { useToast } from '@xingtan/ui/use-toast'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { Dialog } from '../../components/dialog.tsx'
import { Field } from '../../components/field.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import type { OnlineDialogProps } from './dialog-props.ts'
import { useOnlineCommand } from './use-online-command.ts'

/** 一次告知: every defect with its reason in one message, and until when (行政许可法 art. 32). */
export function SupplementDialog({ online, name, onClose }: OnlineDialogProps) {
  const announce = useToast()
  const [note, setNote] = useState('')
  const [dueOn, setDueOn] = useState(online.proposedDueOn)
  const [dueReason, setDueReason] = useState('')
  const send = useOnlineCommand(requestSupplementEndpoint, ({ dueOn: day, count }) => {
    announce(`已通知申请人补正 ${count} 项，期限至${formatDay(day)}。`)
    onClose()
  })
  const isOther = dueOn !== online.proposedDueOn
  const defects = online.items.filter(({ state }) => state === 'rejected' || state === 'missing')
  return (
    <Dialog title={`一次告知补正：${name}`} wide onClose={onClose}>
      <div className="supplement-list">
        <h3>将告知以下各项</h3>
        {defects.length === 0 ? (
          <p className="quiet">没有需要更换的材料；只需修改报名信息的，请在下面写明。</p>
        ) : (
          <ol>
            {defects.map(({ code, name: title, state, reasons }) => (
              <li key={code}>
                <strong>{title}</strong>：
                {state === 'missing' ? '还没有提交。' : reasons.map((reason) => sentenceOf(online, reason)).join('')}
              </li>
            ))}
          </ol>
        )}
      </div>
      <Field label="需要修改的报名信息（选填）" hint="材料以外需要申请人修改的内容，最多 300 个字，申请人会看到。">
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
      <Field label="补正期限（含当日）" hint={`按本机构的规定是 ${online.proposedDueOn}。`}>
        {(aria) => <Input {...aria} type="date" value={dueOn} onChange={(event) => setDueOn(event.target.value)} />}
      </Field>
      {isOther && (
        <Field label="期限与规定不同的原因" hint="会记入办理经过，最多 200 个字。">
          {(aria) => (
            <Input {...aria} maxLength={200} value={dueReason} onChange={(event) => setDueReason(event.target.value)} />
          )}
        </Field>
      )}
      {send.error !== null && <ProblemAlert problem={send.error} />}
      <div className="dialog-actions">
        <Button onClick={onClose}>取消</Button>
        <Button
          type="primary"
          loading={send.isPending}
          disabled={dueOn === ''}
          onClick={() =>
            send.mutate({
              input: {
                applicationId: online.applicationId,
                version: online.version,
                note: note.trim() === '' ? null : note,
                dueOn,
                dueReason: isOther && dueReason.trim() !== '' ? dueReason : null,
              },
            })
          }
        >
          发出补正通知
        </Button>
      </div>
    </Dialog>
  )
}

function sentenceOf(
  online: OnlineDialogProps['online'],
  { code, note }: { readonly code: string; readonly note: string | null },
): string {
  const sentence = online.reasons.find((reason) => reason.code === code)?.sentence ?? ''
  return note === null ? sentence : `${sentence}（${note}）`
}
