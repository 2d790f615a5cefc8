import type { OutputOf } from '@xingtan/contract/endpoint'
import {
  type listCalendarEndpoint,
  previewCalendarEndpoint,
  proposeCalendarEndpoint,
} from '@xingtan/contract/office/calendar'
import { ErrorSummary } from '@xingtan/ui/components/error-summary'
import { TextField } from '@xingtan/ui/components/text-field'
import { TextareaField } from '@xingtan/ui/components/textarea-field'
import { useCommand } from '@xingtan/ui/use-command'
import { useFormErrors } from '@xingtan/ui/use-form-errors'
import { useToast } from '@xingtan/ui/use-toast'
import { Button } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import '../../components/short-form.css'
import { PreviewView } from '../../components/preview-view.tsx'
import { beginDraft, toNotice } from './notice-draft.ts'

interface NoticeFormProps {
  readonly calendar: OutputOf<typeof listCalendarEndpoint>
  readonly onClose: () => void
}

const FIELDS = ['holidays', 'workdays', 'source', 'reason'] as const

/** Where a field stands in the form; what belongs to none comes first. */
const placeOf = (fieldId: (typeof FIELDS)[number] | undefined): number =>
  fieldId === undefined ? -1 : FIELDS.indexOf(fieldId)

/** Days of the notice, looked at before they are put down for a second person. */
export function NoticeForm({ calendar, onClose }: NoticeFormProps) {
  const [draft, setDraft] = useState(() => ({
    ...beginDraft(calendar.nextYear, calendar.statutoryHolidays),
    source: '',
    reason: '',
  }))
  const { form, check, refuse, touch } = useFormErrors()
  const announce = useToast()
  const navigate = useNavigate()
  const preview = useCommand(previewCalendarEndpoint, { onError: refuse })
  const propose = useCommand(proposeCalendarEndpoint, {
    onSuccess: ({ proposalId }) => {
      announce('已提出，等待另一位计划管理人员批准。')
      void navigate(`/proposals/calendar-year/${proposalId}`)
    },
    onError: refuse,
  })
  // A day of a list is wrong: the list is.
  const errors = form.errors
    .map(({ fieldId, ...error }) => ({
      ...error,
      fieldId: FIELDS.find((name) => fieldId?.split('.').includes(name)),
    }))
    .toSorted((a, b) => placeOf(a.fieldId) - placeOf(b.fieldId))
  const field = (id: keyof typeof draft) => ({
    id,
    value: draft[id],
    error: errors.find(({ fieldId }) => fieldId === id)?.sentence,
    onChange: (value: string) => {
      setDraft({ ...draft, [id]: value })
      touch(id)
      preview.reset()
    },
  })
  const { source, reason } = draft
  const notice = toNotice(draft)
  return (
    <form
      noValidate
      className="panel-flat short-form"
      aria-label={`${calendar.nextYear}年放假安排`}
      onSubmit={(event) => {
        event.preventDefault()
        if (check(proposeCalendarEndpoint.input, { notice, source, reason })) {
          propose.mutate({ input: { notice, source, reason } })
        }
      }}
    >
      <h2>{calendar.nextYear}年放假安排</h2>
      {errors.length > 0 && <ErrorSummary key={form.attempt} errors={errors} />}
      <TextareaField
        {...field('holidays')}
        label="放假日期"
        hint="每行一天，日期后写节日名称，例如 2027-01-01 元旦。周末连休的日子也要列出；已列出法定节假日，请按通知补全。"
        rows={10}
      />
      <TextareaField
        {...field('workdays')}
        label="调休上班的周末"
        hint="每行一天，例如 2027-02-20。"
        rows={4}
        isOptional
      />
      <TextField {...field('source')} label="依据" hint="通知的名称和文号。" maxLength={200} />
      <TextField {...field('reason')} label="变更理由" maxLength={300} />
      {preview.data !== undefined && <PreviewView preview={preview.data} />}
      <div className="dialog-actions">
        <Button onClick={onClose}>取消</Button>
        <Button
          loading={preview.isPending}
          onClick={() => {
            if (check(previewCalendarEndpoint.input, { notice })) preview.mutate({ input: { notice } })
          }}
        >
          预览
        </Button>
        <Button type="primary" htmlType="submit" loading={propose.isPending}>
          提交另一位人员批准
        </Button>
      </div>
    </form>
  )
}
