import {
  PAPER_KIND_TITLES,
  PaperKind,
  listPendingVettingEndpoint,
  recordPaperEndpoint,
} from '@xingtan/contract/office/vetting'
import { FileField } from '@xingtan/ui/components/file-field'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Button, Input, Radio } from 'antd'
import { useState } from 'react'
import { Dialog } from '../../components/dialog.tsx'
import { Field } from '../../components/field.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { useVettingCommand } from './use-vetting-command.ts'

interface RecordPaperProps {
  /** Of the case it is for; empty when it has yet to be chosen. */
  readonly registrationNumber: string
  readonly onClose: () => void
}

const EMPTY = { issuer: '', number: '', issuedOn: '', reason: '' }

/** A proof on paper with its scan; nothing typed is lost when something is missing. */
export function RecordPaperDialog({ registrationNumber, onClose }: RecordPaperProps) {
  const [wanted, setWanted] = useState(registrationNumber)
  const [kind, setKind] = useState<PaperKind>('hongkong')
  const [draft, setDraft] = useState(EMPTY)
  const [scan, setScan] = useState<File>()
  const [tried, setTried] = useState(false)
  const listed = useEndpoint(listPendingVettingEndpoint, { kind: 'crime' })
  const record = useVettingCommand(recordPaperEndpoint, '证明已登记，请由另一人复核。', onClose)
  const found = listed.data?.rows.find(({ row }) => row.registrationNumber === wanted.trim())?.row
  const box = (name: keyof typeof EMPTY, label: string, more: { hint?: string; type?: string; maxLength: number }) => (
    <Field
      label={label}
      error={record.error?.sentenceFor(name)}
      {...(more.hint === undefined ? {} : { hint: more.hint })}
    >
      {(aria) => (
        <Input
          {...aria}
          type={more.type ?? 'text'}
          maxLength={more.maxLength}
          value={draft[name]}
          onChange={(event) => setDraft({ ...draft, [name]: event.target.value })}
        />
      )}
    </Field>
  )
  return (
    <Dialog title="登记纸质证明" onClose={onClose}>
      <form
        noValidate
        className="dialog-form"
        onSubmit={(event) => {
          event.preventDefault()
          setTried(true)
          if (found === undefined || scan === undefined) return
          const { applicationId } = found
          record.mutate({ input: { applicationId, kind, ...draft }, file: scan, fileName: scan.name })
        }}
      >
        {record.isError && <ProblemAlert problem={record.error} />}
        <Field
          label="报名号"
          hint={found === undefined ? '待无犯罪记录核查的申请。' : `${found.name}，${found.maskedDocumentNumber}`}
          error={tried && found === undefined ? '待无犯罪记录核查的名单中没有这个报名号，请核对。' : undefined}
        >
          {(aria) => (
            <Input
              {...aria}
              data-autofocus
              inputMode="numeric"
              maxLength={20}
              value={wanted}
              onChange={(event) => setWanted(event.target.value)}
            />
          )}
        </Field>
        <Field label="证明种类" error={record.error?.sentenceFor('kind')}>
          {(aria) => (
            <Radio.Group
              id={aria.id}
              aria-label="证明种类"
              className="vetting-choices"
              value={kind}
              options={PaperKind.options.map((value) => ({ value, label: PAPER_KIND_TITLES[value] }))}
              onChange={(event) => setKind(PaperKind.parse(event.target.value))}
            />
          )}
        </Field>
        {kind === 'exception' &&
          box('reason', '例外原因', { hint: '说明为什么不能通过公安机关核查。', maxLength: 200 })}
        {box('issuer', '出具机关', { hint: '例如「香港警务处」。', maxLength: 80 })}
        {box('number', '证明编号', { maxLength: 60 })}
        {box('issuedOn', '出具日期', { type: 'date', maxLength: 10 })}
        <FileField
          id="paper-scan"
          label="扫描件"
          hint="PDF 或 JPG，小于 5 MB。"
          accept="application/pdf,image/jpeg"
          {...(scan === undefined ? {} : { current: scan.name })}
          {...scanErrorOf(record.error?.sentenceFor('scan'), tried && scan === undefined)}
          onChoose={setScan}
        />
        <div className="dialog-actions">
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" htmlType="submit" loading={record.isPending}>
            登记
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function scanErrorOf(said: string | undefined, isMissing: boolean): { error?: string } {
  if (said !== undefined) return { error: said }
  return isMissing ? { error: '请选择证明的扫描件。' } : {}
}
