import type { OnlineCase } from '@xingtan/contract/office/material'
import { StatusTag } from '@xingtan/ui/components/status-tag'
import { formatInstantShort } from '@xingtan/ui/date-format'

/** What was asked for so far, newest first: all at one time, with the day. */
export function RequestHistory({ requests }: Pick<OnlineCase, 'requests'>) {
  if (requests.length === 0) return <p className="quiet">还没有通知过补正。</p>
  return (
    <ol className="request-history">
      {requests.map(({ round, note, dueOn, requestedAt, by, isOpen, items }) => (
        <li key={round}>
          <p>
            <strong>第 {round} 次补正</strong>，至 {dueOn} {isOpen && <StatusTag tone="wait">进行中</StatusTag>}
          </p>
          {items.length > 0 && <p>{items.join('、')}</p>}
          {note !== null && <p>{note}</p>}
          <p className="quiet">
            {by}，{formatInstantShort(requestedAt)}
          </p>
        </li>
      ))}
    </ol>
  )
}
