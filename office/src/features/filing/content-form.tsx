import type { FilingContent } from '@xingtan/contract/office/filing'
import { type ContentFormProps, NoticeForm } from './notice-form.tsx'
import { PlanTableForm } from './plan-table-form.tsx'
import { SchemeForm } from './scheme-form.tsx'

/** The form of a content by its kind. */
export function ContentForm({ content, onChange, errorOf }: ContentFormProps<FilingContent>) {
  if (content.kind === 'plan-table') return <PlanTableForm content={content} onChange={onChange} errorOf={errorOf} />
  if (content.kind === 'scheme') return <SchemeForm content={content} onChange={onChange} errorOf={errorOf} />
  return <NoticeForm content={content} onChange={onChange} errorOf={errorOf} />
}
