import { useQueryClient } from '@tanstack/react-query'
import {
  FILING_KIND_TITLES,
  type FilingReminder,
  listFilingRemindersEndpoint,
  noteFilingRemindersEndpoint,
} from '@xingtan/contract/office/filing'
import { StatusTag, type Tone } from '@xingtan/ui/components/status-tag'
import { formatDay, formatInstantShort } from '@xingtan/ui/date-format'
import { useCommand } from '@xingtan/ui/use-command'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Button } from 'antd'
import { Link } from 'react-router'
import { ProblemAlert } from './problem-alert.tsx'
import './alert-list.css'

const CAUSES: Readonly<Record<FilingReminder['cause'], { readonly tone: Tone; readonly title: string }>> = {
  urged: { tone: 'act', title: '上级提醒' },
  overdue: { tone: 'stop', title: '已逾期' },
  'due-soon': { tone: 'warn', title: '即将到期' },
}

function wordsOf({ kind, year, roundName, dueOn, fromName, note, at }: FilingReminder): string {
  const what = `${FILING_KIND_TITLES[kind]}（${roundName ?? `${year}年`}）最晚 ${formatDay(dueOn)} 报送。`
  return fromName === null ? what : `${what}${fromName}于 ${formatInstantShort(at)} 提醒：${note ?? ''}`
}

/** Site notices about filings that are due, late or urged; nothing is shown while there is nothing. */
export function FilingReminders() {
  const queryClient = useQueryClient()
  const query = useEndpoint(listFilingRemindersEndpoint, {})
  const note = useCommand(noteFilingRemindersEndpoint, {
    onSuccess: () => void queryClient.invalidateQueries({ queryKey: [listFilingRemindersEndpoint.name] }),
  })
  const reminders = query.data?.reminders ?? []
  if (reminders.length === 0) return null
  const reminderIds = reminders.map(({ reminderId }) => reminderId)
  return (
    <section aria-labelledby="filing-reminders" className="alerts">
      <div className="section-head">
        <h2 id="filing-reminders">报送提醒</h2>
        <span className="section-actions">
          <Button loading={note.isPending} onClick={() => note.mutate({ input: { reminderIds } })}>
            全部知道了
          </Button>
        </span>
      </div>
      {note.error !== null && <ProblemAlert problem={note.error} />}
      <ul className="alert-list">
        {reminders.map((reminder) => (
          <li key={reminder.reminderId}>
            <StatusTag tone={CAUSES[reminder.cause].tone}>{CAUSES[reminder.cause].title}</StatusTag>
            <Link to="/filings" className="nowrap">
              去报送
            </Link>
            <span>{wordsOf(reminder)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
