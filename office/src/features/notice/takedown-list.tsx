import { useQueryClient } from '@tanstack/react-query'
import {
  type NoticeTakedown,
  TAKEDOWN_STATE_TITLES,
  type TakedownState,
  decideTakedownEndpoint,
} from '@xingtan/contract/office/notice-takedown'
import { StatusTag, type Tone } from '@xingtan/ui/components/status-tag'
import { formatInstantShort } from '@xingtan/ui/date-format'
import { useCommand } from '@xingtan/ui/use-command'
import { useToast } from '@xingtan/ui/use-toast'
import { Button } from 'antd'
import { ProblemAlert } from '../../components/problem-alert.tsx'

const TONES: Readonly<Record<TakedownState, Tone>> = { proposed: 'act', done: 'stop', declined: 'neutral' }

/** What was proposed and decided, what waits first; nothing is shown while there is nothing. */
export function TakedownList({ rows }: { readonly rows: readonly NoticeTakedown[] }) {
  const queryClient = useQueryClient()
  const announce = useToast()
  const decide = useCommand(decideTakedownEndpoint, {
    onSuccess: (_done, { input }) => {
      announce(input.agreed ? '已撤下，公众不能再看到这条公告。' : '已记录，这条公告继续公布。')
      void queryClient.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith('notice.') })
    },
  })
  if (rows.length === 0) return null
  return (
    <section className="takedowns" aria-labelledby="takedowns">
      <h2 id="takedowns">撤下记录</h2>
      {decide.error !== null && <ProblemAlert problem={decide.error} />}
      <ul>
        {rows.map((row) => (
          <li key={row.takedownId}>
            <p>
              <StatusTag tone={TONES[row.state]}>{TAKEDOWN_STATE_TITLES[row.state]}</StatusTag> {row.agencyName}“
              {row.title}”
            </p>
            <p>{row.reason}</p>
            <p className="quiet">{wordsOf(row)}</p>
            {row.mayDecide && (
              <div className="section-actions">
                <Button
                  loading={decide.isPending}
                  onClick={() => decide.mutate({ input: { takedownId: row.takedownId, agreed: false } })}
                >
                  不同意撤下
                </Button>
                <Button
                  type="primary"
                  danger
                  loading={decide.isPending}
                  onClick={() => decide.mutate({ input: { takedownId: row.takedownId, agreed: true } })}
                >
                  同意撤下
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function wordsOf({ upperName, proposedBy, proposedAt, decidedBy, decidedAt }: NoticeTakedown): string {
  const proposed = `${upperName}${proposedBy ?? ''} ${formatInstantShort(proposedAt)} 提出`
  return decidedAt === null ? proposed : `${proposed}，${decidedBy ?? ''} ${formatInstantShort(decidedAt)} 办理`
}
