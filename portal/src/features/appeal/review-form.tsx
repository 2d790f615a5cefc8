import {
  REVIEW_FILES_MAX,
  getRemediesEndpoint,
  requestReviewEndpoint,
  uploadReviewFileEndpoint,
} from '@xingtan/contract/appeal'
import { Button } from '@xingtan/ui/components/button'
import { ErrorSummary } from '@xingtan/ui/components/error-summary'
import { FileField } from '@xingtan/ui/components/file-field'
import { TextareaField } from '@xingtan/ui/components/textarea-field'
import { formatDay } from '@xingtan/ui/date-format'
import { useCommand } from '@xingtan/ui/use-command'
import { useFormErrors } from '@xingtan/ui/use-form-errors'
import { useToast } from '@xingtan/ui/use-toast'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { pdfFaultOf } from './pdf-fault.ts'

interface ChosenFile {
  readonly fileId: string
  readonly title: string
}

/** Why one thinks the conclusion is wrong, with papers; each paper is judged as it is chosen. */
export function ReviewForm({ applicationId }: { readonly applicationId: string }) {
  const client = useQueryClient()
  const announce = useToast()
  const [words, setWords] = useState('')
  const [files, setFiles] = useState<readonly ChosenFile[]>([])
  const { form, errorFor, check, show, refuse, touch, clear } = useFormErrors()
  const upload = useCommand(uploadReviewFileEndpoint, {
    onSuccess: ({ fileId }, { fileName = '' }) => {
      setFiles((before) => [...before, { fileId, title: fileName.replace(/\.pdf$/i, '').slice(0, 60) }])
      clear()
      announce('材料已上传。')
    },
    onError: refuse,
  })
  const request = useCommand(requestReviewEndpoint, {
    onSuccess: ({ dueOn }) => {
      announce(`复查申请已提交，认定机构将在 ${formatDay(dueOn)} 前答复。`)
      void client.invalidateQueries({ queryKey: [getRemediesEndpoint.name] })
    },
    onError: refuse,
  })
  /** Said at once, before anything travels; the server judges again. */
  const choose = async (file: File) => {
    touch('file')
    const sentence = await pdfFaultOf(file)
    if (sentence !== undefined) return show([{ fieldId: 'file', sentence }])
    return upload.mutate({ input: { applicationId, fileName: file.name }, file, fileName: file.name })
  }
  const submit = () => {
    const input = { applicationId, words, files: [...files] }
    if (check(requestReviewEndpoint.input, input)) request.mutate({ input })
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      {form.errors.length > 0 && (
        <ErrorSummary key={form.attempt} errors={form.errors} correlationId={form.correlationId} />
      )}
      <TextareaField
        id="words"
        label="申请理由"
        hint="写明您认为哪一条原因有误、为什么，例如：学历证书可以在学信网查到，编号为……"
        rows={6}
        maxLength={1000}
        value={words}
        error={errorFor('words')}
        onChange={(value) => {
          setWords(value)
          touch('words')
        }}
      />
      <ChosenFiles files={files} onRemove={(fileId) => setFiles(files.filter((one) => one.fileId !== fileId))} />
      {files.length < REVIEW_FILES_MAX && (
        <FileField
          id="file"
          label="证明材料"
          hint={`PDF 文件，每份小于 1M，最多 ${REVIEW_FILES_MAX} 份。${upload.isPending ? '正在上传，请稍候。' : ''}`}
          isOptional
          accept="application/pdf"
          error={errorFor('file')}
          onChoose={(file) => void choose(file)}
        />
      )}
      <div className="button-row">
        <Button
          type="submit"
          kind="primary"
          busy={request.isPending ? '正在提交' : undefined}
          isDisabled={upload.isPending}
        >
          提交复查申请
        </Button>
      </div>
    </form>
  )
}

interface ChosenFilesProps {
  readonly files: readonly ChosenFile[]
  readonly onRemove: (fileId: string) => void
}

function ChosenFiles({ files, onRemove }: ChosenFilesProps) {
  if (files.length === 0) return null
  return (
    <ul className="review-files" aria-label="已上传的材料">
      {files.map(({ fileId, title }) => (
        <li key={fileId}>
          {title}
          <Button kind="quiet" label={`去掉材料：${title}`} onClick={() => onRemove(fileId)}>
            去掉
          </Button>
        </li>
      ))}
    </ul>
  )
}
