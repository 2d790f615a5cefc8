import { DOCUMENT_TYPE_NAMES, DocumentType } from '@xingtan/contract/document'
import {
  SEEN_DOCUMENT_TITLES,
  SeenDocument,
  listServiceRequestsEndpoint,
  openRecoveryEndpoint,
} from '@xingtan/contract/office/service'
import { SelectField } from '@xingtan/ui/components/select-field'
import { formatInstant } from '@xingtan/ui/date-format'
import { useCommand } from '@xingtan/ui/use-command'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import { Dialog } from '../../components/dialog.tsx'
import { Field } from '../../components/field.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'

const EMPTY = { documentNumber: '', name: '', newPhone: '', documentSeen: '' }
type Draft = typeof EMPTY

function listMissing(draft: Draft, isPresent: boolean): Partial<Record<keyof Draft | 'present', string>> {
  return {
    ...(draft.documentNumber.trim() === '' ? { documentNumber: '请填写证件号码。' } : {}),
    ...(draft.name.trim() === '' ? { name: '请填写姓名。' } : {}),
    ...(/^1[3-9]\d{9}$/.test(draft.newPhone.trim()) ? {} : { newPhone: '请填写 11 位手机号码。' }),
    ...(draft.documentSeen === '' ? { documentSeen: '请选择查验的证件。' } : {}),
    ...(isPresent ? {} : { present: '请当面核对本人与证件后勾选。' }),
  }
}

const INPUTS = [
  { field: 'documentNumber', label: '证件号码', most: 30 },
  { field: 'name', label: '姓名', most: 60 },
  { field: 'newPhone', label: '新手机号码', most: 13 },
] as const

interface ReceivedProps {
  readonly number: string
  readonly effectiveAt: string
  readonly onClose: () => void
}

function Received({ number, effectiveAt, onClose }: ReceivedProps) {
  return (
    <Dialog title="已受理" onClose={onClose}>
      <p>
        受理编号 <strong>{number}</strong>。原手机号码已收到通知，无异议的，{formatInstant(effectiveAt)}
        起用新手机号码登录。
      </p>
      <p>请把受理编号告诉申请人。</p>
      <div className="dialog-actions">
        <Button type="primary" data-autofocus onClick={onClose}>
          完成
        </Button>
      </div>
    </Dialog>
  )
}

/** 更换手机号码 for whoever stands at the desk: the paper, the face, the new phone; then 72 hours (S-018). */
export function RecoveryDialog({ onClose }: { readonly onClose: () => void }) {
  const client = useQueryClient()
  const [documentType, setDocumentType] = useState<DocumentType>('resident-id')
  const [draft, setDraft] = useState(EMPTY)
  const [isPresent, setIsPresent] = useState(false)
  const [tried, setTried] = useState(false)
  const open = useCommand(openRecoveryEndpoint, {
    onSuccess: () => void client.invalidateQueries({ queryKey: [listServiceRequestsEndpoint.name] }),
  })
  const missing = listMissing(draft, isPresent)
  const errorOf = (field: keyof Draft | 'present') => (tried ? missing[field] : undefined)
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change })
  const submit = () => {
    setTried(true)
    const seen = SeenDocument.safeParse(draft.documentSeen)
    if (Object.keys(missing).length > 0 || !seen.success) return
    const { documentNumber, name } = draft
    const newPhone = draft.newPhone.trim()
    open.mutate({
      input: { documentType, documentNumber, name, newPhone, documentSeen: seen.data, isPersonPresent: true },
    })
  }
  if (open.data !== undefined) return <Received {...open.data} onClose={onClose} />
  return (
    <Dialog title="为到场人员更换手机号码" wide onClose={onClose}>
      <p>只有本人持有效证件到场才能办理；只凭姓名和证件号码，或者委托他人的，不能办理。</p>
      <SelectField
        id="recovery-type"
        label="注册时的证件类型"
        options={DocumentType.options.map((type) => ({ value: type, label: DOCUMENT_TYPE_NAMES[type] }))}
        value={documentType}
        onChange={(value) => setDocumentType(DocumentType.parse(value))}
      />
      {INPUTS.map(({ field, label, most }) => (
        <Field key={field} label={label} error={errorOf(field)}>
          {(aria) => (
            <Input
              {...aria}
              autoComplete="off"
              maxLength={most}
              value={draft[field]}
              onChange={(event) => set({ [field]: event.target.value })}
            />
          )}
        </Field>
      ))}
      <SelectField
        id="recovery-seen"
        label="当面查验的证件"
        options={SeenDocument.options.map((seen) => ({ value: seen, label: SEEN_DOCUMENT_TITLES[seen] }))}
        value={draft.documentSeen}
        error={errorOf('documentSeen')}
        onChange={(documentSeen) => set({ documentSeen })}
      />
      <Checkbox checked={isPresent} onChange={(event) => setIsPresent(event.target.checked)}>
        已当面核对，到场的就是证件上的本人
      </Checkbox>
      {errorOf('present') !== undefined && (
        <p className="field-error" role="alert">
          {errorOf('present')}
        </p>
      )}
      {open.error !== null && <ProblemAlert problem={open.error} />}
      <div className="dialog-actions">
        <Button onClick={onClose}>取消</Button>
        <Button type="primary" loading={open.isPending} onClick={submit}>
          受理并通知原手机号码
        </Button>
      </div>
    </Dialog>
  )
}
