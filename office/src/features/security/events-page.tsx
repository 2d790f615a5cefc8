import type { OutputOf } from '@xingtan/contract/endpoint'
import {
  ALERT_KINDS,
  SECURITY_EVENT_TITLES,
  SecurityEventKind,
  type listSecurityEventsEndpoint,
} from '@xingtan/contract/office/door'
import type { Column } from '@xingtan/ui/components/data-table'
import { EmptyState } from '@xingtan/ui/components/empty-state'
import { StatusTag } from '@xingtan/ui/components/status-tag'
import { formatInstantShort } from '@xingtan/ui/date-format'
import { Link, useSearchParams } from 'react-router'
import { Page } from '../../components/page.tsx'
import { PagedTable } from '../../components/paged-table.tsx'
import { useSecurityEvents } from './use-door-lists.ts'
import './security.css'

type Event = OutputOf<typeof listSecurityEventsEndpoint>['rows'][number]

const COLUMNS: readonly Column<Event>[] = [
  { key: 'at', title: '时间', cell: ({ occurredAt }) => formatInstantShort(occurredAt) },
  {
    key: 'kind',
    title: '事项',
    cell: ({ kind }) =>
      ALERT_KINDS.includes(kind) ? (
        <StatusTag tone="stop">{SECURITY_EVENT_TITLES[kind]}</StatusTag>
      ) : (
        SECURITY_EVENT_TITLES[kind]
      ),
  },
  { key: 'holder', title: '姓名', cell: ({ holder }) => holder ?? '用户名不存在' },
  { key: 'agency', title: '机构', cell: ({ agencyName }) => agencyName ?? '—' },
  { key: 'address', title: '地址', cell: ({ address }) => address ?? '未记录' },
  { key: 'device', title: '设备', cell: ({ device }) => device ?? '未记录' },
]

/** 登录告警: failed sign-ins and what wants a look, of the last thirty days (ACC-9, S-037). */
export function SecurityEventsPage() {
  const [search] = useSearchParams()
  const asked = SecurityEventKind.safeParse(search.get('kind'))
  const kind = asked.success ? asked.data : undefined
  const events = useSecurityEvents(kind)
  return (
    <Page title="登录告警" lead="最近三十天未通过的登录和需要留意的事项。带红色标记的，请当日联系本人核实。">
      <KindFilter kind={kind} />
      <PagedTable
        caption="登录告警"
        list={events}
        columns={COLUMNS}
        rowKey={({ eventId }) => eventId}
        empty={
          <EmptyState
            title={kind === undefined ? '最近三十天没有记录' : `最近三十天没有「${SECURITY_EVENT_TITLES[kind]}」`}
          >
            <p>有新的记录会出现在这里。</p>
          </EmptyState>
        }
      />
    </Page>
  )
}

function KindFilter({ kind }: { readonly kind: SecurityEventKind | undefined }) {
  return (
    <nav className="security-filter" aria-label="按事项筛选">
      <ul>
        <li>
          <Link className="chip" to="/security/events" aria-current={kind === undefined ? 'true' : undefined}>
            全部
          </Link>
        </li>
        {SecurityEventKind.options.map((each) => (
          <li key={each}>
            <Link
              className="chip"
              to={`/security/events?kind=${each}`}
              aria-current={each === kind ? 'true' : undefined}
            >
              {SECURITY_EVENT_TITLES[each]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
