import { type OwnTicket, getTicketEndpoint } from '@xingtan/contract/appointment'
import { Panel } from '@xingtan/ui/components/panel'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { usePolling } from '../../session/use-polling.ts'

const SENTENCES: Readonly<Record<OwnTicket['state'], (ticket: OwnTicket) => string>> = {
  waiting: ({ before }) =>
    before === 0 ? '下一个就是您，请在叫号屏前等候。' : `前面还有 ${before} 人，请在附近等候。`,
  called: ({ desk }) => `正在叫您的号，请到 ${desk ?? ''} 号窗口。`,
  skipped: () => '叫号时您不在，请到导办台重新排队。',
  done: () => '已办理。',
  absent: () => '今天没有办理，需要办理的请重新取号。',
}

/** Today's number on the phone and how many are before it; asked again while it waits. */
export function TicketPanel({ applicationId }: { readonly applicationId: string }) {
  const first = useEndpoint(getTicketEndpoint, { applicationId })
  const state = first.data?.ticket?.state
  const { interval } = usePolling(state === 'waiting' || state === 'called')
  useEndpoint(getTicketEndpoint, { applicationId }, { refetchInterval: interval })
  const ticket = first.data?.ticket
  if (ticket === null || ticket === undefined) return null
  return (
    <Panel title="今天的号码">
      <p className="appointment-time">{ticket.number} 号</p>
      <output>{SENTENCES[ticket.state](ticket)}</output>
    </Panel>
  )
}
