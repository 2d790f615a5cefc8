import type { OutputOf } from '@xingtan/contract/endpoint'
import type { getConsultationEndpoint } from '@xingtan/contract/office/consultation'
import { formatInstant } from '@xingtan/ui/date-format'

type History = OutputOf<typeof getConsultationEndpoint>['history']

const TITLES: Readonly<Record<string, string>> = {
  submitted: '受理',
  'evidence-added': '补充材料',
  assigned: '安排办理人',
  transferred: '转办',
  answered: '答复',
  escalated: '逾期上报',
  referred: '登记转入核查',
  rated: '评价',
}
const REFERENCES = { restriction: '限制库', inspection: '核查' } as const

/** The way of an item, with the notes that only offices read. */
export function HistoryPanel({ history }: { readonly history: History }) {
  return (
    <section className="panel-flat" aria-labelledby="item-history">
      <h2 id="item-history">办理过程</h2>
      <ol className="consultation-history">
        {history.map((event) => (
          <li key={event.eventId}>
            <p>
              <strong>{TITLES[event.kind] ?? event.kind}</strong>
              {event.toAgencyName !== null && `：${event.toAgencyName}`}
              {event.referenceKind !== null && `：${REFERENCES[event.referenceKind]} ${event.reference ?? ''}`}
            </p>
            <p className="quiet">
              {formatInstant(event.at)}
              {event.agencyName !== null && `　${event.agencyName}`}
              {event.officerName !== null && ` ${event.officerName}`}
            </p>
            {event.text !== null && <p className="consultation-text">{event.text}</p>}
            {event.note !== null && <p className="consultation-text quiet">内部备注：{event.note}</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}
