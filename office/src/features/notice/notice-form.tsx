import type { OutputOf } from '@xingtan/contract/endpoint'
import { NoticeContent, type OwnNotice, type getNoticeScopeEndpoint } from '@xingtan/contract/office/notice'
import { ErrorSummary } from '@xingtan/ui/components/error-summary'
import { useFormErrors } from '@xingtan/ui/use-form-errors'
import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import { AttachmentPanel } from './attachment-panel.tsx'
import { type NoticeDraft, contentOf } from './notice-draft.ts'
import { NoticeFields } from './notice-fields.tsx'
import { PreviewPanel } from './preview-panel.tsx'

interface NoticeFormProps {
  readonly scope: OutputOf<typeof getNoticeScopeEndpoint>
  readonly start: NoticeDraft
  /** There from the first saving on; attachments belong to it. */
  readonly notice?: OwnNotice
  readonly isSaving: boolean
  readonly onSave: (content: NoticeContent, refuse: (error: unknown) => void) => void
  readonly onLeave: () => void
}

/** One form for a new announcement and for the next version; nothing typed is lost when it is refused. */
export function NoticeForm({ scope, start, notice, isSaving, onSave, onLeave }: NoticeFormProps) {
  const [draft, setDraft] = useState(start)
  const errors = useFormErrors()
  const set = (change: Partial<NoticeDraft>): void => {
    errors.touch(...Object.keys(change))
    setDraft((before) => ({ ...before, ...change }))
  }
  const save = (event: FormEvent): void => {
    event.preventDefault()
    const content = contentOf(draft)
    if (errors.check(NoticeContent, content)) onSave(content, errors.refuse)
  }
  return (
    <div className="notice-editor">
      <form className="panel-flat notice-form" noValidate aria-label="公告内容" onSubmit={save}>
        <ErrorSummary key={errors.form.attempt} {...errors.form} />
        <NoticeFields draft={draft} set={set} errorFor={errors.errorFor} scope={scope} />
        <div className="dialog-actions">
          <Button onClick={onLeave}>放弃修改</Button>
          <Button type="primary" htmlType="submit" loading={isSaving}>
            保存草稿
          </Button>
        </div>
      </form>
      <div className="notice-side">
        {notice === undefined ? (
          <p className="quiet">保存草稿后可以添加附件。</p>
        ) : (
          <AttachmentPanel
            noticeId={notice.noticeId}
            attachments={notice.attachments}
            chosenIds={draft.attachmentIds}
            onChange={(attachmentIds) => set({ attachmentIds })}
          />
        )}
        <PreviewPanel title={draft.title} body={draft.body} />
      </div>
    </div>
  )
}
