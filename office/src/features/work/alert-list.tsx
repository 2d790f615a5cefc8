import { useQueryClient } from '@tanstack/react-query'
import { type CaseAlert, listAlertsEndpoint, noteAlertsEndpoint } from '@xingtan/contract/office/supervision'
import { StatusTag, type Tone } from '@xingtan/ui/components/status-tag'
import { formatInstantShort } from '@xingtan/ui/date-format'
import { useCommand } from '@xingtan/ui/use-command'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Button } from 'antd'
import { Link } from 'react-router'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { whilePresent } from '../../session/presence.ts'
import '../../components/alert-list.css'

const KINDS: Readonly<Record<CaseAlert['kind'], { readonly tone: Tone; readonly title: string }>> = {
  urged: { tone: 'act', title: '上级催办' },
  escalated: { tone: 'stop', title: '已报上级督办' },
  overdue: { tone: 'stop', title: '已逾期' },
  'due-today': { tone: 'warn', title: '今日到期' },
}

function wordsOf({ from, note, dueOn, at }: CaseAlert): string {
  if (from !== null && note !== null) return `${from}于 ${formatInstantShort(at)} 催办：${note}`
  return dueOn === null ? '' : `结论到期日为 ${dueOn}。`
}

/** What approvers have to take note of; nothing is shown while there is nothing. */
export function AlertList() {
  const queryClient = useQueryClient()
  const query = useEndpoint(listAlertsEndpoint, {}, { refetchInterval: () => whilePresent(60_000) })
  const note = useCommand(noteAlertsEndpoint, {
    onSuccess: () => void queryClient.invalidateQueries({ queryKey: [listAlertsEndpoint.name] }),
  })
  const alerts = query.data?.alerts ?? []
  if (alerts.length === 0) return null
  return (
    <section aria-labelledby="alerts" className="alerts">
      <div className="section-head">
        <h2 id="alerts">到期与催办提醒</h2>
        <span className="section-actions">
          <Button
            loading={note.isPending}
            onClick={() => note.mutate({ input: { alertIds: alerts.map(({ alertId }) => alertId) } })}
          >
            全部签收
          </Button>
        </span>
      </div>
      {note.error !== null && <ProblemAlert problem={note.error} />}
      <ul className="alert-list">
        {alerts.map((alert) => (
          <li key={alert.alertId}>
            <StatusTag tone={KINDS[alert.kind].tone}>{KINDS[alert.kind].title}</StatusTag>
            <Link to={`/cases/${alert.applicationId}`} className="nowrap">
              {alert.registrationNumber}
            </Link>
            <span>{wordsOf(alert)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
