import { AUDIT_OUTCOME_TITLES, getAuditEventEndpoint } from '@xingtan/contract/office/audit'
import type { OutputOf } from '@xingtan/contract/endpoint'
import { OFFICE_ROLE_TITLES, OfficeRole } from '@xingtan/contract/office/session'
import { DefinitionList } from '@xingtan/ui/components/definition-list'
import { Notice } from '@xingtan/ui/components/notice'
import { QueryState } from '@xingtan/ui/components/query-state'
import { StatusTag } from '@xingtan/ui/components/status-tag'
import { formatInstant } from '@xingtan/ui/date-format'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Link, useParams } from 'react-router'
import { Page } from '../../components/page.tsx'
import { OUTCOME_TONES, actorOf, moduleOf } from './audit-words.ts'
import './audit.css'

type Event = OutputOf<typeof getAuditEventEndpoint>

/** One event in full with what its chain says about it. */
export function EventPage() {
  const { eventId = '' } = useParams()
  const event = useEndpoint(getAuditEventEndpoint, { eventId }, { refetchOnWindowFocus: false })
  return (
    <Page title="审计事件" lead={<Link to="/audit">返回审计查询</Link>}>
      <QueryState query={event} skeletonLines={10}>
        {(found) => <Details event={found} />}
      </QueryState>
    </Page>
  )
}

function roleOf(code: string): string {
  const role = OfficeRole.safeParse(code)
  return role.success ? OFFICE_ROLE_TITLES[role.data] : code
}

function factsOf({ row, ...event }: Event) {
  const optional = [
    { term: '机构', value: row.agencyName },
    { term: '用户编号', value: event.actorId },
    { term: '人员编号', value: event.actorPersonId },
    { term: '角色', value: event.actorRoles.length === 0 ? null : event.actorRoles.map(roleOf).join('、') },
    { term: '密钥序号', value: event.keySerial },
    { term: '地址摘要', value: event.addressHash },
    { term: '设备摘要', value: event.deviceHash },
    { term: '原因', value: event.reason },
    { term: '变更前摘要', value: event.beforeHash },
    { term: '变更后摘要', value: event.afterHash },
  ]
  return [
    { term: '序号', value: `${row.number}（第 ${event.lane} 链第 ${event.seq} 条）` },
    { term: '时间', value: `${formatInstant(row.at)}（UTC ${row.at}）` },
    { term: '事件', value: `${moduleOf(row.event)}　${row.event}` },
    { term: '操作者', value: actorOf(row) },
    { term: '对象', value: `${row.objectKind} ${row.objectId}` },
    ...optional.flatMap(({ term, value }) =>
      value === null ? [] : [{ term, value: <span className="audit-id">{value}</span> }],
    ),
    { term: '请求编号', value: <span className="audit-id">{event.correlationId}</span> },
    { term: '前一条摘要', value: <span className="audit-id">{event.previous === '' ? '链首' : event.previous}</span> },
    { term: '本条摘要', value: <span className="audit-id">{event.hash}</span> },
  ]
}

function Details({ event }: { readonly event: Event }) {
  const { row, isContentWhole, isChained, isGenuine } = event
  const faults = [
    ...(isContentWhole ? [] : ['内容与摘要不符']),
    ...(isChained ? [] : ['与前一条不相连']),
    ...(isGenuine ? [] : ['密钥校验不符']),
  ]
  return (
    <div className="audit-detail stack">
      {faults.length === 0 ? (
        <Notice tone="ok">
          <p>内容、链接和密钥校验一致，这条记录没有被改动。</p>
        </Notice>
      ) : (
        <Notice tone="stop" title="这条记录已被改动">
          <p>{faults.join('、')}。请立即报告网络安全负责人，并保留现场。</p>
        </Notice>
      )}
      <section className="panel-flat" aria-labelledby="event-facts">
        <div className="section-head">
          <h2 id="event-facts">{moduleOf(row.event)}</h2>
          <StatusTag tone={OUTCOME_TONES[row.outcome]}>{AUDIT_OUTCOME_TITLES[row.outcome]}</StatusTag>
        </div>
        <DefinitionList facts={factsOf(event)} />
      </section>
      <section className="panel-flat" aria-labelledby="event-detail">
        <h2 id="event-detail">内容（代码和编号）</h2>
        <pre>{event.detail}</pre>
        <p className="page-links">
          <Link to={`/audit?object=${encodeURIComponent(row.objectId)}`}>这个对象的全部事件</Link>
          <Link to={`/audit?event=${encodeURIComponent(row.event)}`}>同类事件</Link>
          <a href={`/api/audit-events/${row.eventId}/proof`} download>
            下载存在证明
          </a>
        </p>
      </section>
    </div>
  )
}
