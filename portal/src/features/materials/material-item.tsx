import { type OwnMaterial, getMaterialsEndpoint, uploadMaterialEndpoint } from '@xingtan/contract/material'
import { FileField } from '@xingtan/ui/components/file-field'
import { StatusTag, type Tone } from '@xingtan/ui/components/status-tag'
import { formatInstant } from '@xingtan/ui/date-format'
import { useCommand } from '@xingtan/ui/use-command'
import { useToast } from '@xingtan/ui/use-toast'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

const STATES: Readonly<Record<OwnMaterial['state'], { readonly tone: Tone; readonly title: string }>> = {
  missing: { tone: 'act', title: '未上传' },
  uploaded: { tone: 'neutral', title: '已上传，未提交' },
  'handed-in': { tone: 'wait', title: '审核中' },
  accepted: { tone: 'ok', title: '审核通过' },
  rejected: { tone: 'stop', title: '需更换' },
}

interface MaterialItemProps {
  readonly applicationId: string
  readonly item: OwnMaterial
  readonly maxBytes: number
}

/** One material: why it is asked, what there is, what was found wanting, and a place for a new file. */
export function MaterialItem({ applicationId, item, maxBytes }: MaterialItemProps) {
  const client = useQueryClient()
  const announce = useToast()
  const [refusal, setRefusal] = useState<string>()
  const command = useCommand(uploadMaterialEndpoint, {
    onSuccess: async () => {
      announce(`“${item.name}”已上传。`)
      await client.invalidateQueries({ queryKey: [getMaterialsEndpoint.name] })
    },
  })
  const choose = (file: File) => {
    // Said at once, so that nobody waits for a large file to travel; the server judges again.
    const isTooLarge = file.size > maxBytes
    setRefusal(isTooLarge ? '文件须小于 1M，请压缩或者降低扫描分辨率后重新上传。' : undefined)
    if (!isTooLarge)
      command.mutate({ input: { applicationId, code: item.code, fileName: file.name }, file, fileName: file.name })
  }
  const { tone, title } = STATES[item.state]
  return (
    <li className="panel material-item">
      <div className="material-head">
        <h2>{item.name}</h2>
        <StatusTag tone={tone}>{title}</StatusTag>
      </div>
      {item.why !== '' && <p className="secondary">{item.why}</p>}
      {item.reasons.length > 0 && (
        <ul className="material-reasons">
          {item.reasons.map(({ code, sentence, remedy, note }) => (
            <li key={code}>
              {sentence}
              {note !== null && `（${note}）`}
              {remedy}
            </li>
          ))}
        </ul>
      )}
      {item.url !== null && item.uploadedAt !== null && (
        <p className="hint">
          <a href={item.url} target="_blank" rel="noopener">
            查看{item.name}（PDF，{item.pages ?? 1} 页）
          </a>
          ，{formatInstant(item.uploadedAt)} 上传
        </p>
      )}
      {item.mayUpload && (
        <FileField
          id={`material-${item.code}`}
          label={item.url === null ? `上传${item.name}` : `更换${item.name}`}
          hint="PDF 文件，小于 1M。"
          accept="application/pdf,.pdf"
          error={refusal ?? command.error?.document.detail}
          onChoose={choose}
        />
      )}
      {command.isPending && <output className="hint">正在上传并检查文件。</output>}
    </li>
  )
}
