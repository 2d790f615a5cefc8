import { type OwnAttachment, attachToNoticeEndpoint } from '@xingtan/contract/office/notice'
import { FileField } from '@xingtan/ui/components/file-field'
import { useCommand } from '@xingtan/ui/use-command'
import { Button } from 'antd'
import { useState } from 'react'
import { ProblemAlert } from '../../components/problem-alert.tsx'

type Shown = Omit<OwnAttachment, 'link'> & { readonly link?: string }

interface AttachmentPanelProps {
  readonly noticeId: string
  readonly attachments: readonly OwnAttachment[]
  readonly chosenIds: readonly string[]
  readonly onChange: (ids: readonly string[]) => void
}

const kilobytes = (bytes: number) => `${Math.max(1, Math.round(bytes / 1024))} KB`

/** 附件: each is looked through before it is taken; which ones belong to the version is saved with it (S-120). */
export function AttachmentPanel({ noticeId, attachments, chosenIds, onChange }: AttachmentPanelProps) {
  const [added, setAdded] = useState<readonly Shown[]>([])
  const attach = useCommand(attachToNoticeEndpoint, {
    onSuccess: (attachment) => {
      setAdded((before) => [...before, attachment])
      onChange([...chosenIds, attachment.attachmentId])
    },
  })
  const known: readonly Shown[] = [...attachments, ...added]
  const shown = chosenIds.flatMap((id) => known.find(({ attachmentId }) => attachmentId === id) ?? [])
  return (
    <section className="panel-flat" aria-labelledby="notice-attachments">
      <h2 id="notice-attachments">附件</h2>
      {shown.length === 0 && <p className="quiet">没有附件。</p>}
      <ul className="attachment-list">
        {shown.map(({ attachmentId, name, bytes, hasPictures, link }) => (
          <li key={attachmentId}>
            {link === undefined ? name : <a href={link}>{name}</a>} <span className="quiet">{kilobytes(bytes)}</span>
            <Button
              size="small"
              aria-label={`移除附件 ${name}`}
              onClick={() => onChange(chosenIds.filter((id) => id !== attachmentId))}
            >
              移除
            </Button>
            {hasPictures && <p className="quiet">其中有图片，系统无法核对图片中的文字，请人工确认没有个人信息。</p>}
          </li>
        ))}
      </ul>
      <FileField
        id="attachment"
        label="添加附件"
        hint="PDF、JPG、PNG、XLSX 或 DOCX，不超过 5 MB。添加后请保存草稿。"
        accept=".pdf,.jpg,.jpeg,.png,.xlsx,.docx"
        onChoose={(file) => attach.mutate({ input: { noticeId, fileName: file.name }, file, fileName: file.name })}
      />
      {attach.isPending && <output>正在核对附件内容。</output>}
      {attach.error !== null && <ProblemAlert problem={attach.error} />}
    </section>
  )
}
