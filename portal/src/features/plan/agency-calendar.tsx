import { type AgencyOffer, findAgenciesEndpoint } from '@xingtan/contract/place'
import { type PublicPlan, getPlanCalendarEndpoint, planFeedPath } from '@xingtan/contract/plan-calendar'
import type { QualificationType } from '@xingtan/contract/qualification'
import { CopyText } from '@xingtan/ui/components/copy-text'
import { EmptyState } from '@xingtan/ui/components/empty-state'
import { Notice } from '@xingtan/ui/components/notice'
import { QueryState } from '@xingtan/ui/components/query-state'
import { formatDay, formatWindow } from '@xingtan/ui/date-format'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Link } from 'react-router'
import { paths } from '../../paths.ts'

interface AgencyCalendarProps {
  readonly regionCode: string
  readonly type: QualificationType
}

/** Which agency recognises the type there, and its published windows. */
export function AgencyCalendar({ regionCode, type }: AgencyCalendarProps) {
  const query = useEndpoint(findAgenciesEndpoint, { regionCode, qualificationType: type })
  return (
    <QueryState query={query} skeletonLines={5}>
      {({ agencies }) => {
        const [offer] = agencies
        return offer === undefined ? (
          <EmptyState title="没有找到认定机构">
            <p>请核对申请地和资格种类，或联系当地教育行政部门。</p>
          </EmptyState>
        ) : (
          <Agency offer={offer} />
        )
      }}
    </QueryState>
  )
}

function Agency({ offer }: { readonly offer: AgencyOffer }) {
  const { agencyCode, agencyName, network } = offer
  const query = useEndpoint(getPlanCalendarEndpoint, { agencyCode })
  return (
    <section className="calendar-agency" aria-label={agencyName}>
      <h3>{agencyName}</h3>
      <Notice tone={network.open ? 'ok' : 'wait'}>{network.sentence}</Notice>
      <QueryState query={query} skeletonLines={4}>
        {({ plans }) => (
          <>
            {plans.map((plan) => (
              <PlanTimes key={plan.roundName} plan={plan} />
            ))}
            {plans.length > 0 && <Feed agencyCode={agencyCode} />}
          </>
        )}
      </QueryState>
    </section>
  )
}

/** What to do when, in the order in which it comes. */
function PlanTimes({ plan }: { readonly plan: PublicPlan }) {
  return (
    <section className="calendar-plan" aria-label={plan.roundName}>
      <h4>{plan.roundName}</h4>
      <ol className="calendar-steps">
        <li>
          <strong>网上报名</strong>
          {plan.network.map(({ opensAt, closesAt, who }) => (
            <span key={opensAt} className="calendar-line">
              {formatWindow(opensAt, closesAt)}
              {plan.network.length > 1 || who !== '所有申请人' ? `（${who}）` : ''}
            </span>
          ))}
          <span className="secondary">
            在本网站填写并提交，每一步自动保存。<Link to={paths.mustRead}>先阅读须知</Link>
          </span>
        </li>
        <li>
          <strong>体检和现场确认</strong>
          {plan.points.length === 0
            ? plan.confirm.map((span) => (
                <span key={span.opensAt} className="calendar-line">
                  {formatWindow(span.opensAt, span.closesAt)}
                </span>
              ))
            : plan.points.map(({ name, address, hours, ...span }) => (
                <span key={name} className="calendar-line">
                  {formatWindow(span.opensAt, span.closesAt)}
                  <span className="secondary">
                    {name}，{address}
                    {hours === '' ? '' : `。办公时间：${hours}`}
                  </span>
                </span>
              ))}
        </li>
        {plan.decideBy !== null && (
          <li>
            <strong>作出认定结论</strong>
            <span className="calendar-line">最晚 {formatDay(plan.decideBy)}</span>
          </li>
        )}
      </ol>
    </section>
  )
}

function Feed({ agencyCode }: { readonly agencyCode: string }) {
  const path = planFeedPath(agencyCode)
  return (
    <div className="calendar-feed">
      <p>
        <a href={path} download>
          下载日历文件
        </a>
        ，或在日历软件中订阅下面的地址，安排变更时日历自动更新。
      </p>
      <CopyText text={`${location.origin}${path}`} name="订阅地址" />
    </div>
  )
}
