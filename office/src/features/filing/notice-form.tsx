import type { NoticeContent } from '@xingtan/contract/office/filing'
import { DayField, TextField } from './input-fields.tsx'

export interface ContentFormProps<Content> {
  readonly content: Content
  readonly onChange: (content: Content) => void
  readonly errorOf: (field: string) => string | undefined
}

/** A notice to applicants or teachers as it was issued. */
export function NoticeForm<Content extends NoticeContent>({ content, onChange, errorOf }: ContentFormProps<Content>) {
  return (
    <>
      <div className="filing-row-fields">
        <TextField
          label="通知标题"
          maxLength={100}
          value={content.title}
          error={errorOf('title')}
          onChange={(title) => onChange({ ...content, title })}
        />
        <TextField
          label="文号"
          maxLength={60}
          value={content.documentNumber}
          error={errorOf('documentNumber')}
          onChange={(documentNumber) => onChange({ ...content, documentNumber })}
        />
        <DayField
          label="印发日期"
          value={content.issuedOn}
          error={errorOf('issuedOn')}
          onChange={(issuedOn) => onChange({ ...content, issuedOn })}
        />
      </div>
      <TextField
        label="通知正文"
        hint="须写明照片要求：近期免冠正面 1 寸彩色白底证件照，JPG/JPEG 格式，不大于 200K。不得出现工作人员登录地址。"
        rows={14}
        maxLength={20_000}
        value={content.text}
        error={errorOf('text')}
        onChange={(text) => onChange({ ...content, text })}
      />
    </>
  )
}
