import { getQueueEndpoint } from '@xingtan/contract/office/appointment'
import type { OutputOf } from '@xingtan/contract/endpoint'
import { QueryState } from '@xingtan/ui/components/query-state'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { useState } from 'react'
import { Page } from '../../components/page.tsx'
import { keepDesk, readDesk } from '../../components/use-desk-call.ts'
import { whilePresent } from '../../session/presence.ts'
import { DeskPanel } from './desk-panel.tsx'
import { ScreenButton } from './screen-button.tsx'
import { TakeNumberForm } from './take-number-form.tsx'
import { TicketTable } from './ticket-table.tsx'
import './queue.css'

type Queue = OutputOf<typeof getQueueEndpoint>

/** 排队叫号: numbers at the door, one's own desk, and the line of today in the order of calling (CNF-1). */
export function QueueCallPage() {
  const query = useEndpoint(getQueueEndpoint, {}, { refetchInterval: () => whilePresent(15_000) })
  return (
    <Page title="排队叫号" lead={query.data?.pointName} aside={<ScreenButton />}>
      <QueryState query={query} skeletonLines={8}>
        {(queue) => <Line queue={queue} />}
      </QueryState>
    </Page>
  )
}

function Line({ queue }: { readonly queue: Queue }) {
  const [desk, setDesk] = useState(() => readDesk(localStorage))
  const chosen = desk !== undefined && desk <= queue.deskCount ? desk : undefined
  return (
    <div className="line">
      <div className="line-side">
        <DeskPanel
          queue={queue}
          desk={chosen}
          onDesk={(number) => {
            keepDesk(localStorage, number)
            setDesk(number)
          }}
        />
        <TakeNumberForm />
      </div>
      <div className="line-main">
        <output className="status-line">
          等候 {queue.waiting.length} 人，正在办理 {queue.called.length} 人，已办结 {queue.done} 人；今天预约尚未到场{' '}
          {queue.expected} 人。
        </output>
        <TicketTable title="正在办理" tickets={queue.called} empty="各窗口都没有正在办理的号码。" desk={chosen} />
        <TicketTable title="等候" tickets={queue.waiting} empty="没有人等候。" desk={chosen} />
        {queue.skipped.length > 0 && (
          <TicketTable title="过号" tickets={queue.skipped} empty="没有过号。" desk={chosen} />
        )}
      </div>
    </div>
  )
}
