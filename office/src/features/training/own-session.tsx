import { useQueryClient } from '@tanstack/react-query'
import type { OutputOf } from '@xingtan/contract/endpoint'
import {
  getTrainingEndpoint,
  uploadTrainingMaterialEndpoint,
  withdrawTrainingEndpoint,
} from '@xingtan/contract/office/training'
import { FileField } from '@xingtan/ui/components/file-field'
import { useCommand } from '@xingtan/ui/use-command'
import { useToast } from '@xingtan/ui/use-toast'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { Dialog } from '../../components/dialog.tsx'
import { Field } from '../../components/field.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'

interface OwnSessionProps {
  readonly view: OutputOf<typeof getTrainingEndpoint>
}

/** What the holder does with a training: its material, and taking back what was recorded by mistake. */
export function OwnSession({ view }: OwnSessionProps) {
  const { sessionId } = view.session
  const queryClient = useQueryClient()
  const announce = useToast()
  const [isWithdrawing, setWithdrawing] = useState(false)
  const upload = useCommand(uploadTrainingMaterialEndpoint, {
    onSuccess: () => {
      announce('培训材料已上传。')
      void queryClient.invalidateQueries({ queryKey: [getTrainingEndpoint.name] })
    },
  })
  return (
    <section className="panel-flat training-form" aria-label="材料和更正">
      <FileField
        id="material"
        label="培训材料"
        hint="PDF 或 JPG，小于 5 MB。"
        accept="application/pdf,image/jpeg"
        error={upload.error?.document.reasons[0]?.sentence}
        onChoose={(file) => upload.mutate({ input: { sessionId }, file, fileName: file.name })}
      />
      <p>
        <Button onClick={() => setWithdrawing(true)}>登记有误，作废</Button>
      </p>
      {isWithdrawing && <WithdrawDialog sessionId={sessionId} onClose={() => setWithdrawing(false)} />}
    </section>
  )
}

function WithdrawDialog({ sessionId, onClose }: { readonly sessionId: string; readonly onClose: () => void }) {
  const queryClient = useQueryClient()
  const announce = useToast()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const withdraw = useCommand(withdrawTrainingEndpoint, {
    onSuccess: () => {
      announce('登记已作废，参加人员不再按这次培训计算。')
      void queryClient.invalidateQueries({ queryKey: [getTrainingEndpoint.name] })
      onClose()
    },
  })
  const text = reason.trim()
  return (
    <Dialog title="作废这次登记" onClose={onClose}>
      <p>作废后，参加人员不再按这次培训计算；记录和原因会保留。</p>
      <Field label="原因" error={tried && text === '' ? '请填写原因。' : undefined}>
        {(aria) => (
          <Input.TextArea
            {...aria}
            data-autofocus
            rows={3}
            maxLength={200}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        )}
      </Field>
      {withdraw.error !== null && <ProblemAlert problem={withdraw.error} />}
      <div className="dialog-actions">
        <Button onClick={onClose}>取消</Button>
        <Button
          type="primary"
          loading={withdraw.isPending}
          onClick={() => {
            setTried(true)
            if (text !== '') withdraw.mutate({ input: { sessionId, reason: text } })
          }}
        >
          作废
        </Button>
      </div>
    </Dialog>
  )
}
