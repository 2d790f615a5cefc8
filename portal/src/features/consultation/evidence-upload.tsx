import { addConsultationEvidenceEndpoint } from '@xingtan/contract/consultation'
import { FileField } from '@xingtan/ui/components/file-field'
import { Notice } from '@xingtan/ui/components/notice'
import { problemErrors } from '@xingtan/ui/form-errors'
import { useCommand } from '@xingtan/ui/use-command'
import { useState } from 'react'

interface EvidenceUploadProps {
  readonly number: string
  readonly queryCode: string
  /** How many files may still come. */
  readonly left: number
  readonly onAdded?: () => void
}

/** One PDF or JPG after another; nothing that was uploaded is ever shown to anybody on the site. */
export function EvidenceUpload({ number, queryCode, left, onAdded }: EvidenceUploadProps) {
  const [state, setState] = useState({ left, added: 0 })
  const upload = useCommand(addConsultationEvidenceEndpoint, {
    onSuccess: (answer) => {
      setState(({ added }) => ({ left: answer.left, added: added + 1 }))
      onAdded?.()
    },
  })
  const error = upload.isError
    ? problemErrors(upload.error)
        .errors.map(({ sentence }) => sentence)
        .join('')
    : undefined
  const progress = upload.isPending ? '正在上传' : `还可以上传 ${state.left} 份。`
  return (
    <>
      {state.added > 0 && (
        <Notice tone="ok" isLive>
          <p>已收到 {state.added} 份材料。</p>
        </Notice>
      )}
      {state.left > 0 ? (
        <FileField
          id="file"
          label="证明材料"
          isOptional
          hint={`PDF 或 JPG，每份小于 5 MB。上传后只有办理人员可以查看，网站上不再显示。${progress}`}
          accept="application/pdf,image/jpeg"
          error={error}
          onChoose={(file) => {
            if (!upload.isPending) {
              upload.mutate({ input: { number, queryCode, fileName: 'evidence' }, file, fileName: 'evidence' })
            }
          }}
        />
      ) : (
        <p className="secondary">材料份数已满。</p>
      )}
    </>
  )
}
