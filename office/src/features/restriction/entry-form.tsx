import {
  correctRestrictionEndpoint,
  enterRestrictionEndpoint,
  listRestrictionsEndpoint,
  previewRestrictionEndpoint,
} from '@xingtan/contract/office/restriction'
import { useQueryClient } from '@tanstack/react-query'
import { RestrictionKind } from '@xingtan/contract/restriction-kind'
import { ErrorSummary } from '@xingtan/ui/components/error-summary'
import { FileField } from '@xingtan/ui/components/file-field'
import { TextField } from '@xingtan/ui/components/text-field'
import { useCommand } from '@xingtan/ui/use-command'
import { useFormErrors } from '@xingtan/ui/use-form-errors'
import { useToast } from '@xingtan/ui/use-toast'
import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import { useNavigate } from 'react-router'
import { DecisionFields, PersonFields } from './entry-fields.tsx'
import { EMPTY_ENTRY, type EntryValues } from './entry-values.ts'
import { PreviewPanel } from './preview-panel.tsx'

const NO_FILE = { fieldId: 'decision', sentence: '请上传处罚决定材料，限 PDF 或 JPG，不超过 2 MB。' }

/** Typed once, checked whole: first who is hit, then saving; nothing typed is lost (RES-1, RES-2). */
export function EntryForm({ corrects }: { readonly corrects: string | null }) {
  const navigate = useNavigate()
  const announce = useToast()
  const queryClient = useQueryClient()
  const [values, setValues] = useState(EMPTY_ENTRY)
  const [file, setFile] = useState<File>()
  const errors = useFormErrors({ 'restriction.already-entered': 'decisionNumber' })
  const preview = useCommand(previewRestrictionEndpoint, { onError: errors.refuse })
  const onSuccess = ({ entryId, reviewAgencyName }: { entryId: string; reviewAgencyName: string }) => {
    announce(`已保存，由${reviewAgencyName}复核。`)
    void queryClient.invalidateQueries({ queryKey: [listRestrictionsEndpoint.name] })
    void navigate(`/restrictions/${entryId}`)
  }
  const enter = useCommand(enterRestrictionEndpoint, { onSuccess, onError: errors.refuse })
  const correct = useCommand(correctRestrictionEndpoint, { onSuccess, onError: errors.refuse })
  const set = (change: Partial<EntryValues>): void => {
    errors.touch(...Object.keys(change))
    if ('name' in change || 'documentNumber' in change || 'documentType' in change) preview.reset()
    setValues((before) => ({ ...before, ...change }))
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const { correctionReason, ...typed } = values
    const more = file === undefined ? [NO_FILE] : []
    const schema = corrects === null ? enterRestrictionEndpoint.input : correctRestrictionEndpoint.input
    const input = corrects === null ? typed : { ...typed, entryId: corrects, correctionReason }
    const kind = RestrictionKind.safeParse(values.kind)
    if (!errors.check(schema, input, more) || file === undefined || !kind.success) return
    const { name, documentType, documentNumber } = values
    if (preview.data === undefined) {
      preview.mutate({ input: { name, documentType, documentNumber } })
      return
    }
    const entry = { ...typed, kind: kind.data }
    if (corrects === null) enter.mutate({ input: entry, file, fileName: file.name })
    else correct.mutate({ input: { ...entry, entryId: corrects, correctionReason }, file, fileName: file.name })
  }
  const isBusy = preview.isPending || enter.isPending || correct.isPending
  return (
    <form className="restriction-form" noValidate onSubmit={submit}>
      <ErrorSummary key={errors.form.attempt} {...errors.form} />
      <PersonFields values={values} set={set} errorFor={errors.errorFor} />
      <DecisionFields values={values} set={set} errorFor={errors.errorFor} />
      {corrects !== null && (
        <TextField
          id="correctionReason"
          label="更正原因"
          maxLength={300}
          value={values.correctionReason}
          onChange={(correctionReason) => set({ correctionReason })}
          error={errors.errorFor('correctionReason')}
        />
      )}
      <FileField
        id="decision"
        label="处罚决定材料"
        hint="PDF 或 JPG，不超过 2 MB。"
        accept="application/pdf,image/jpeg"
        {...(file === undefined ? {} : { current: file.name })}
        onChoose={(chosen) => {
          errors.touch('decision')
          setFile(chosen)
        }}
        error={errors.errorFor('decision')}
      />
      {preview.data !== undefined && <PreviewPanel preview={preview.data} />}
      <div className="button-row">
        <Button type="primary" htmlType="submit" loading={isBusy}>
          {preview.data === undefined ? '核对影响范围' : '保存并提交复核'}
        </Button>
        <Button onClick={() => void navigate('/restrictions')}>放弃录入</Button>
      </div>
    </form>
  )
}
