import type { PlanFrame } from '@xingtan/contract/office/plan'
import { PERSON_KIND_TITLES, type PlanContent, REGISTRATION_STAGE_TITLES } from '@xingtan/contract/plan-content'
import { ROUTE_TITLES } from '@xingtan/contract/qualification'
import { formatDay, formatWindow } from '@xingtan/ui/date-format'

interface Fact {
  readonly term: string
  readonly values: readonly string[]
}

function admitted({ routes, personKinds }: PlanContent['phases'][number]): string {
  const who = [...personKinds.map((kind) => PERSON_KIND_TITLES[kind]), ...routes.map((route) => ROUTE_TITLES[route])]
  return who.length === 0 ? '' : `（限${who.join('、')}）`
}

function factsOf(content: PlanContent, frame: PlanFrame): Fact[] {
  const span = ({ opensAt, closesAt }: { readonly opensAt: string; readonly closesAt: string }) =>
    formatWindow(opensAt, closesAt)
  const nameOf = (id: string) => frame.points.find(({ pointId }) => pointId === id)?.name ?? '已停用的确认点'
  const day = (text: string | null) => (text === null ? [] : [formatDay(text)])
  return [
    { term: '定期注册总时间', values: content.umbrella === null ? [] : [span(content.umbrella)] },
    { term: '网上报名', values: content.phases.map((phase) => span(phase) + admitted(phase)) },
    { term: '现场确认', values: content.confirms.map(span) },
    ...content.stages.map((stage) => ({ term: REGISTRATION_STAGE_TITLES[stage.stage], values: [span(stage)] })),
    { term: '公告发布最后日期', values: day(content.announceBy) },
    { term: '作出认定结论最后日期', values: day(content.decideBy) },
    { term: '全部完成日期', values: day(content.completeBy) },
    {
      term: '确认点',
      values: content.points.map(
        (point) =>
          `${nameOf(point.pointId)}：${span(point)}，${point.deskCount} 个窗口，每窗口每日 ${point.perDesk} 人`,
      ),
    },
    { term: '体检医院', values: content.hospitals.map(({ name, perDay }) => `${name}（每日 ${perDay} 人）`) },
    { term: '预计人数', values: content.expectedCount === null ? [] : [`${content.expectedCount} 人`] },
  ].filter(({ values }) => values.length > 0)
}

/** A plan for those who do not write on it now. */
export function PlanFacts({ content, frame }: { readonly content: PlanContent; readonly frame: PlanFrame }) {
  const facts = factsOf(content, frame)
  if (facts.length === 0) return <p className="quiet">计划还没有内容。</p>
  return (
    <dl className="plan-facts">
      {facts.map(({ term, values }) => (
        <div key={term}>
          <dt>{term}</dt>
          {values.map((value) => (
            <dd key={value}>{value}</dd>
          ))}
        </div>
      ))}
    </dl>
  )
}
