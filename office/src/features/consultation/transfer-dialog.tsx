import { transferConsultationEndpoint } from '@xingtan/contract/office/consultation'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { Dialog } from '../../components/dialog.tsx'
import { Field } from '../../components/field.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import type { ConsultationItem } from './consultation-item.ts'
import { useItemCommand } from './use-item-command.ts'

interface TransferDialogProps {
  readonly item: ConsultationItem
  readonly onClose: () => void
}

/** Passes the item up or down the line; a native list, because it may hold a hundred agencies. */
export function TransferDialog({ item, onClose }: TransferDialogProps) {
  const [agencyCode, setAgencyCode] = useState('')
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const transfer = useItemCommand(transferConsultationEndpoint, { say: '已转办。', onDone: onClose })
  const { consultationId } = item.row
  const isShort = reason.trim().length < 5
  const groups = [
    { label: '上级机构', targets: item.targets.filter(({ isAbove }) => isAbove) },
    { label: '下级机构', targets: item.targets.filter(({ isAbove }) => !isAbove) },
  ]
  return (
    <Dialog title="转办" onClose={onClose}>
      <form
        className="dialog-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          setTried(true)
          if (agencyCode !== '' && !isShort) transfer.mutate({ input: { consultationId, agencyCode, reason } })
        }}
      >
        <p>
          转办后由对方办理和答复，答复期限不变；期限太近的，按政策为对方留出最少的工作日。申请人可以看到转办的机构和原因。
        </p>
        <Field label="转给" error={tried && agencyCode === '' ? '请选择转给的机构。' : undefined}>
          {(aria) => (
            <select
              {...aria}
              className="consultation-select"
              value={agencyCode}
              onChange={(event) => setAgencyCode(event.target.value)}
            >
              <option value="">请选择</option>
              {groups.map(({ label, targets }) =>
                targets.length === 0 ? null : (
                  <optgroup key={label} label={label}>
                    {targets.map((target) => (
                      <option key={target.agencyCode} value={target.agencyCode}>
                        {target.name}
                      </option>
                    ))}
                  </optgroup>
                ),
              )}
            </select>
          )}
        </Field>
        <Field label="转办原因" error={tried && isShort ? '转办原因至少写 5 个字。' : undefined}>
          {(aria) => (
            <Input.TextArea
              {...aria}
              rows={4}
              maxLength={300}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
        {transfer.isError && <ProblemAlert problem={transfer.error} />}
        <div className="dialog-actions">
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" htmlType="submit" loading={transfer.isPending}>
            转办
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
