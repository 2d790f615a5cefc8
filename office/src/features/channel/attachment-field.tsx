import { uploadChannelFileEndpoint } from '@xingtan/contract/office/channel'
import { FileField } from '@xingtan/ui/components/file-field'
import { useCommand } from '@xingtan/ui/use-command'
import { Button } from 'antd'
import { ProblemAlert } from '../../components/problem-alert.tsx'

export interface Attachment {
  readonly fileId: string
  readonly name: string
  readonly bytes: number
}

interface AttachmentFieldProps {
  readonly files: readonly Attachment[]
  readonly onChange: (files: readonly Attachment[]) => void
}

const MOST = 10

/** Attachments, one after another; nobody else sees them before the post is sent. */
export function AttachmentField({ files, onChange }: AttachmentFieldProps) {
  const upload = useCommand(uploadChannelFileEndpoint, { onSuccess: (file) => onChange([...files, file]) })
  return (
    <div>
      {files.length < MOST && (
        <FileField
          id="channel-attachment"
          label="附件（选填）"
          hint={`PDF、JPG 或 PNG，每个小于 5 MB，最多 ${MOST} 个。`}
          accept="application/pdf,image/jpeg,image/png"
          onChoose={(file) => {
            if (upload.isPending) return
            upload.mutate({ input: { name: file.name.slice(-120) }, file, fileName: file.name })
          }}
        />
      )}
      {upload.isPending && <output>正在上传。</output>}
      {upload.isError && <ProblemAlert problem={upload.error} />}
      {files.length > 0 && (
        <ul className="channel-files" aria-label="已上传的附件">
          {files.map(({ fileId, name, bytes }) => (
            <li key={fileId}>
              <span>{name}</span>
              <span className="quiet">{Math.ceil(bytes / 1024)} KB</span>
              <Button
                aria-label={`删除附件${name}`}
                onClick={() => onChange(files.filter((one) => one.fileId !== fileId))}
              >
                删除
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
