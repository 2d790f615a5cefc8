import type { PlanEffect, PlanFindingView, PlanSummary } from '@xingtan/contract/office/plan'
import { CASE_STAGE_TITLES } from '@xingtan/contract/office/case'
import { StatusTag } from '@xingtan/ui/components/status-tag'
import { formatDay } from '@xingtan/ui/date-format'
import { basisText } from '../../components/basis-text.ts'

/** Every finding with the rule behind it; what blocks stands first. */
export function FindingList({ findings }: { readonly findings: readonly PlanFindingView[] }) {
  if (findings.length === 0) return <p className="plan-clean">没有发现问题，可以提交上级审批。</p>
  const sorted = [...findings].toSorted((one, other) => one.severity.localeCompare(other.severity))
  return (
    <ul className="plan-findings">
      {sorted.map(({ key, severity, sentence, provisional, basis }) => (
        <li key={key}>
          <StatusTag tone={severity === 'block' ? 'stop' : 'warn'}>
            {severity === 'block' ? '须改正' : '须说明理由'}
          </StatusTag>
          <p>{sentence}</p>
          <p className="quiet">
            {basisText(basis)}
            {provisional && '（暂定：该年度调休安排尚未公布）'}
          </p>
        </li>
      ))}
    </ul>
  )
}

/** What a plan comes to: days, capacity and the last lawful day. */
export function SummaryFacts({ summary, hasDesks }: { readonly summary: PlanSummary; readonly hasDesks: boolean }) {
  const facts: readonly (readonly [string, string])[] = [
    ['网上报名', `${summary.networkDays} 个工作日`],
    ['现场确认', `${summary.confirmDays} 个工作日`],
    ['最晚作出结论', summary.latestDecision === null ? '—' : formatDay(summary.latestDecision)],
  ]
  const capacity: readonly (readonly [string, string])[] = [
    ['窗口可接待', `${summary.deskCapacity} 人`],
    ['医院可体检', `${summary.hospitalCapacity} 人`],
  ]
  return (
    <dl className="plan-summary">
      {[...facts, ...(hasDesks ? capacity : [])].map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Whom the change of a published plan concerns: they are told when it is published. */
export function EffectFacts({ effect }: { readonly effect: PlanEffect }) {
  const waiting = effect.stages.find(({ stage }) => stage === 'awaiting-confirmation')?.count ?? 0
  return (
    <section className="plan-effect" aria-labelledby="plan-effect">
      <h3 id="plan-effect">变更影响的人</h3>
      <ul>
        {effect.stages.map(({ stage, count }) => (
          <li key={stage}>
            {CASE_STAGE_TITLES[stage]}：{count} 人
          </li>
        ))}
        {effect.stages.length === 0 && <li>还没有人提交报名。</li>}
        <li>正在填写、选择了本机构：{effect.draftCount} 人</li>
        <li>已预约、但预约时间不在新时间内：{effect.bookingsOutside} 人</li>
      </ul>
      <p className="quiet">发布变更后，{waiting} 名等待现场确认的申请人会各收到一条短信和一条站内信。</p>
    </section>
  )
}
