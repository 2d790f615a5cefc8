import { CASE_STAGE_TITLES, CaseStage } from '@xingtan/contract/office/case'
import { OFFICE_ROLE_TITLES } from '@xingtan/contract/office/session'
import type { StaffPersonView } from '@xingtan/contract/office/staff'
import { formatInstantShort } from '@xingtan/ui/date-format'

function stageTitle(stage: string): string {
  const parsed = CaseStage.safeParse(stage)
  return parsed.success ? CASE_STAGE_TITLES[parsed.data] : stage
}

/** What the person holds for the 交接清单, delegations, and the history. */
export function PersonRecords({ view }: { readonly view: StaffPersonView }) {
  const { duties } = view
  return (
    <>
      <section className="panel-flat" aria-labelledby="person-duties">
        <h2 id="person-duties">交接事项</h2>
        <p>
          用户 {duties.users.length} 个，登记过的密钥 {duties.keySerials.length} 个，未结束的委托{' '}
          {duties.delegationCount} 项。
        </p>
        {duties.cases.length === 0 ? (
          <p className="quiet">所任角色没有待办的件。</p>
        ) : (
          <ul>
            {duties.cases.map(({ stage, count }) => (
              <li key={stage}>
                {stageTitle(stage)}：{count} 件
              </li>
            ))}
          </ul>
        )}
      </section>
      {view.delegations.length > 0 && (
        <section className="panel-flat" aria-labelledby="person-delegations">
          <h2 id="person-delegations">委托</h2>
          <ul className="staff-history">
            {view.delegations.map((one) => (
              <li key={one.delegationId}>
                {one.fromName}委托{one.toName}：{one.roles.map((role) => OFFICE_ROLE_TITLES[role]).join('、')}，
                {formatInstantShort(one.startsAt)} 至 {formatInstantShort(one.endedAt ?? one.endsAt)}。
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="panel-flat" aria-labelledby="person-history">
        <h2 id="person-history">办理经过</h2>
        {view.events.length === 0 ? (
          <p className="quiet">还没有记录。</p>
        ) : (
          <ol className="staff-history">
            {view.events.map((event) => (
              <li key={`${event.at} ${event.title}`}>
                {formatInstantShort(event.at)} {event.actorName} {event.title}
                {event.reason !== null && `：${event.reason}`}
              </li>
            ))}
          </ol>
        )}
      </section>
    </>
  )
}
