import type { FilingContent, NoticeContent, PlanTableContent, SchemeContent } from '@xingtan/contract/office/filing'
import { ROUND_KIND_TITLES } from '@xingtan/contract/office/window'
import { formatDay } from '@xingtan/ui/date-format'
import { ScrollRegion } from '../../components/scroll-region.tsx'

const NONE = '未填写'
const dayText = (day: string | null): string => (day === null ? NONE : formatDay(day))
const countText = (count: number | null): string => (count === null ? NONE : String(count))
const spanText = (from: string | null, to: string | null): string =>
  from === null && to === null ? '无' : `${dayText(from)} 至 ${dayText(to)}`

interface GridProps {
  readonly title: string
  readonly heads: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

function Grid({ title, heads, rows }: GridProps) {
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <ScrollRegion className="table-scroll" label={`${title}列表`}>
        <table className="case-table">
          <caption className="visually-hidden">{title}</caption>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((cells) => (
              <tr key={cells.join(' ')}>
                {cells.map((cell, index) => (
                  <td key={heads[index]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  )
}

function Facts({ facts }: { readonly facts: Readonly<Record<string, string>> }) {
  return (
    <dl className="filing-facts">
      {Object.entries(facts).map(([title, text]) => (
        <div key={title}>
          <dt>{title}</dt>
          <dd>{text === '' ? NONE : text}</dd>
        </div>
      ))}
    </dl>
  )
}

function NoticeText({ content }: { readonly content: NoticeContent }) {
  const { title, documentNumber, issuedOn, text } = content
  return (
    <>
      <Facts facts={{ 通知标题: title, 文号: documentNumber, 印发日期: dayText(issuedOn) }} />
      <div className="filing-text">{text}</div>
    </>
  )
}

function PlanTable({ content }: { readonly content: PlanTableContent }) {
  const batches = content.batches.map((row) => [
    ROUND_KIND_TITLES[row.work],
    row.name,
    spanText(row.networkFrom, row.networkTo),
    spanText(row.confirmFrom, row.confirmTo),
    countText(row.expectedCount),
  ])
  const trainings = content.trainings.map((row) => [
    spanText(row.from, row.to),
    row.topic,
    row.place,
    row.head,
    countText(row.expectedCount),
  ])
  return (
    <>
      <Facts facts={{ 负责人: content.head }} />
      <Grid title="网报和确认安排" heads={['业务', '批次', '网报', '确认', '预计人数']} rows={batches} />
      <Grid title="培训安排" heads={['日期', '培训内容', '地点', '负责人', '预计人数']} rows={trainings} />
    </>
  )
}

function Scheme({ content }: { readonly content: SchemeContent }) {
  const stages = content.stages.map((row) => [row.title, spanText(row.from, row.to), row.responsible])
  const hospitals = content.hospitals.map((row) => [row.name, countText(row.perDay)])
  const points = content.points.map((row) => [row.name, row.address, countText(row.deskCount)])
  const budget = content.budgetAssured === true ? '已列入年度预算' : '尚未列入年度预算'
  return (
    <>
      <Facts facts={{ 主要领导: content.leader, 分管领导: content.deputy, 主管部门负责人: content.head }} />
      <Grid title="工作环节" heads={['环节', '日期', '责任部门和责任人']} rows={stages} />
      <Grid title="体检医院" heads={['医院', '每日可检人数']} rows={hospitals} />
      <Grid title="确认点" heads={['名称', '地址', '窗口数']} rows={points} />
      <h3>防控和安全措施</h3>
      <div className="filing-text">{content.safety}</div>
      <Facts facts={{ 经费保障: content.budgetAssured === null ? '' : budget }} />
    </>
  )
}

/** A content as its reader sees it. */
export function ContentView({ content }: { readonly content: FilingContent }) {
  if (content.kind === 'plan-table') return <PlanTable content={content} />
  return content.kind === 'scheme' ? <Scheme content={content} /> : <NoticeText content={content} />
}
