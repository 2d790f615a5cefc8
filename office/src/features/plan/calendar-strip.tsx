import type { PlanFrame } from '@xingtan/contract/office/plan'
import { type PlanContent, REGISTRATION_STAGE_TITLES } from '@xingtan/contract/plan-content'
import { formatWindow } from '@xingtan/ui/date-format'
import { ScrollRegion } from '../../components/scroll-region.tsx'
import { DAY_WIDTH, type StripScale, scaleOf } from './strip-scale.ts'

interface Span {
  readonly opensAt: string
  readonly closesAt: string
}

interface Lane {
  readonly title: string
  readonly look: 'outer' | 'network' | 'confirm' | 'stage'
  readonly spans: readonly Span[]
}

const HEAD = 40
const LANE = 26

function lanesOf(content: PlanContent, frame: PlanFrame): Lane[] {
  const above = frame.level === 'province' ? '全国开放' : '本省'
  const isSame = JSON.stringify(frame.network) === JSON.stringify(frame.confirm)
  const outers: Lane[] = isSame
    ? [{ title: `${above}范围`, look: 'outer', spans: frame.network }]
    : [
        { title: `${above}网报`, look: 'outer', spans: frame.network },
        { title: `${above}确认`, look: 'outer', spans: frame.confirm },
      ]
  const umbrella: Lane[] =
    content.umbrella === null ? [] : [{ title: '注册总时间', look: 'outer', spans: [content.umbrella] }]
  const stages = content.stages.map(({ stage, ...span }): Lane => ({
    title: REGISTRATION_STAGE_TITLES[stage],
    look: 'stage',
    spans: [span],
  }))
  return [
    ...outers,
    ...umbrella,
    { title: '网上报名', look: 'network', spans: content.phases },
    ...(stages.length > 0 ? stages : [{ title: '现场确认', look: 'confirm' as const, spans: content.confirms }]),
  ]
}

interface StripProps {
  readonly content: PlanContent
  readonly frame: PlanFrame
}

/** Every window of a plan over the working days, days off and maintenance it is judged by. */
export function CalendarStrip({ content, frame }: StripProps) {
  const scale = scaleOf(content, frame)
  const lanes = lanesOf(content, frame)
  const height = HEAD + lanes.length * LANE + 20
  const said = lanes
    .flatMap(({ title, spans }) => spans.map(({ opensAt, closesAt }) => `${title} ${formatWindow(opensAt, closesAt)}`))
    .join('；')
  return (
    <section className="panel-flat plan-strip" aria-labelledby="plan-strip">
      <h2 id="plan-strip">时间安排</h2>
      <div className="plan-strip-body">
        <ul className="plan-strip-lanes" aria-hidden="true">
          {lanes.map(({ title }) => (
            <li key={title}>{title}</li>
          ))}
        </ul>
        <ScrollRegion className="plan-strip-scroll" label="时间安排图">
          <svg width={scale.width} height={height} role="img" aria-label={said}>
            <Days scale={scale} frame={frame} height={height} />
            {lanes.map((lane, place) => (
              <g key={lane.title} className={`lane-${lane.look}`}>
                {lane.spans.map((span) => (
                  <Bar key={span.opensAt} span={span} scale={scale} y={HEAD + place * LANE} title={lane.title} />
                ))}
              </g>
            ))}
            <Marks content={content} scale={scale} height={height} />
          </svg>
        </ScrollRegion>
      </div>
      <p className="plan-strip-legend">
        <span className="key-off">休息日</span>
        <span className="key-closure">系统维护</span>
        <span className="key-mark">竖线为公告、结论、完成的最后日期</span>
      </p>
    </section>
  )
}

function Bar({
  span,
  scale,
  y,
  title,
}: {
  readonly span: Span
  readonly scale: StripScale
  readonly y: number
  readonly title: string
}) {
  const from = Math.max(scale.x(span.opensAt), 0)
  const to = Math.min(scale.x(span.closesAt), scale.width)
  if (to <= from) return null
  return (
    <rect x={from} y={y + 4} width={to - from} height={LANE - 8} rx={4}>
      <title>{`${title} ${formatWindow(span.opensAt, span.closesAt)}`}</title>
    </rect>
  )
}

function Days({
  scale,
  frame,
  height,
}: {
  readonly scale: StripScale
  readonly frame: PlanFrame
  readonly height: number
}) {
  const off = new Set(frame.daysOff)
  return (
    <g>
      {scale.days.map((day, place) =>
        off.has(day) ? (
          <rect key={day} className="day-off" x={place * DAY_WIDTH} y={HEAD - 4} width={DAY_WIDTH} height={height} />
        ) : null,
      )}
      {frame.closures.map(({ opensAt, closesAt }) => {
        const from = Math.max(scale.x(opensAt), 0)
        const to = Math.min(scale.x(closesAt), scale.width)
        if (to <= from) return null
        return <rect key={opensAt} className="day-shut" x={from} y={HEAD - 4} width={to - from} height={height} />
      })}
      {scale.days.map((day, place) => {
        const date = Number(day.slice(8))
        const isMonthShown = date === 1 || place === 0
        return (
          <g key={day}>
            {isMonthShown && (
              <text className="month" x={place * DAY_WIDTH + 1} y={13}>
                {`${Number(day.slice(5, 7))}月`}
              </text>
            )}
            {(date === 1 || (date % 5 === 0 && date < 30)) && (
              <text className="date" x={place * DAY_WIDTH + 1} y={30}>
                {date}
              </text>
            )}
          </g>
        )
      })}
    </g>
  )
}

function Marks({
  content,
  scale,
  height,
}: {
  readonly content: PlanContent
  readonly scale: StripScale
  readonly height: number
}) {
  const marks = [
    { title: '公告', day: content.announceBy },
    { title: '结论', day: content.decideBy },
    { title: '完成', day: content.completeBy },
  ]
  return (
    <g>
      {marks.map(({ title, day }) => {
        if (day === null) return null
        const x = scale.xOfDay(day) + DAY_WIDTH
        if (x < 0 || x > scale.width) return null
        return (
          <g key={title} className="mark">
            <line x1={x} x2={x} y1={HEAD - 4} y2={height - 16} />
            <text x={x - 12} y={height - 4}>
              {title}
            </text>
          </g>
        )
      })}
    </g>
  )
}
