import { PRIORITY_REASON_TITLES, TICKET_KIND_TITLES, type TicketRow } from '@xingtan/contract/office/appointment'
import { formatTime } from '@xingtan/ui/date-format'
import { Link } from 'react-router'
import { ScrollRegion } from '../../components/scroll-region.tsx'
import { TicketActions } from './ticket-actions.tsx'

interface TableProps {
  readonly title: string
  readonly tickets: readonly TicketRow[]
  readonly empty: string
  readonly desk: number | undefined
}

function kindText({ kind, priorityReason, slotStartsAt }: TicketRow): string {
  const more = [
    ...(priorityReason === null ? [] : [PRIORITY_REASON_TITLES[priorityReason]]),
    ...(slotStartsAt === null ? [] : [formatTime(slotStartsAt)]),
  ]
  return more.length === 0 ? TICKET_KIND_TITLES[kind] : `${TICKET_KIND_TITLES[kind]}（${more.join('，')}）`
}

/** Numbers of one state with what can be done about each. */
export function TicketTable({ title, tickets, empty, desk }: TableProps) {
  return (
    <section aria-labelledby={`tickets-${title}`}>
      <h2 id={`tickets-${title}`}>{title}</h2>
      {tickets.length === 0 ? (
        <p className="quiet">{empty}</p>
      ) : (
        <ScrollRegion className="table-scroll" label={`${title}的号码`}>
          <table className="case-table">
            <caption className="visually-hidden">{title}</caption>
            <thead>
              <tr>
                <th scope="col">号码</th>
                <th scope="col">姓名</th>
                <th scope="col">报名号</th>
                <th scope="col">类别</th>
                <th scope="col">取号</th>
                <th scope="col">窗口</th>
                <th scope="col">操作</th>
              </tr>
            </thead>
            <tbody>
              {tickets.map((ticket) => (
                <tr key={ticket.ticketId}>
                  <td>
                    <strong>{ticket.number}</strong>
                  </td>
                  <td>
                    <Link to={`/cases/${ticket.applicationId}`}>{ticket.name}</Link>
                  </td>
                  <td>{ticket.registrationNumber}</td>
                  <td>{kindText(ticket)}</td>
                  <td className="nowrap">{formatTime(ticket.takenAt)}</td>
                  <td>{ticket.desk === null ? '尚未呼叫' : `${ticket.desk} 号`}</td>
                  <td>
                    <TicketActions ticket={ticket} desk={desk} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
    </section>
  )
}
