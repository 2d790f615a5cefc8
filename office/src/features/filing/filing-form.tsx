import {
  type FilingContent,
  type FilingView,
  handInFilingEndpoint,
  saveFilingEndpoint,
  uploadFilingScanEndpoint,
} from '@xingtan/contract/office/filing'
import { FileField } from '@xingtan/ui/components/file-field'
import { Button } from 'antd'
import { useState } from 'react'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { ContentForm } from './content-form.tsx'
import { useFilingCommand } from './use-filing-command.ts'

/** Write, save, add the stamped scan, hand in; whatever is missing is said at once when it is handed in. */
export function FilingForm({ view }: { readonly view: FilingView }) {
  const { filingId } = view
  const [version, setVersion] = useState(view.version)
  const [content, setContent] = useState<FilingContent>(view.content)
  const [saved, setSaved] = useState<FilingContent>(view.content)
  const save = useFilingCommand(
    saveFilingEndpoint,
    () => '已保存。',
    (done) => setVersion(done.version),
  )
  const upload = useFilingCommand(
    uploadFilingScanEndpoint,
    () => '盖章扫描件已上传。',
    (done) => setVersion(done.version),
  )
  const handIn = useFilingCommand(handInFilingEndpoint, () => '已报送，等待审核。')
  const problem = save.error ?? upload.error ?? handIn.error
  const reasons = handIn.error?.document.reasons ?? save.error?.document.reasons ?? []
  const errorOf = (field: string) => reasons.find((reason) => reason.field === field)?.sentence
  const isSaved = JSON.stringify(content) === JSON.stringify(saved)
  return (
    <form
      noValidate
      className="panel-flat filing-form"
      aria-label="填写"
      onSubmit={(event) => {
        event.preventDefault()
        handIn.reset()
        save.mutate({ input: { filingId, version, content } }, { onSuccess: () => setSaved(content) })
      }}
    >
      <ContentForm content={content} onChange={setContent} errorOf={errorOf} />
      {view.scanUrl !== null && (
        <p>
          <a href={view.scanUrl} target="_blank" rel="noreferrer">
            查看盖章扫描件
          </a>
        </p>
      )}
      <FileField
        id="scan"
        label="盖章扫描件"
        hint="PDF 或 JPG，小于 5 MB。"
        accept="application/pdf,image/jpeg"
        error={upload.error?.document.reasons[0]?.sentence ?? errorOf('scan')}
        onChoose={(file) => upload.mutate({ input: { filingId }, file, fileName: file.name })}
      />
      {problem !== null && <ProblemAlert problem={problem} />}
      <div className="dialog-actions">
        <Button htmlType="submit" loading={save.isPending}>
          保存
        </Button>
        <Button
          type="primary"
          disabled={!isSaved}
          loading={handIn.isPending}
          onClick={() => {
            save.reset()
            handIn.mutate({ input: { filingId, version } })
          }}
        >
          报送
        </Button>
        {!isSaved && <span className="quiet">保存后才能报送。</span>}
      </div>
    </form>
  )
}
