import type { OutputOf } from '@xingtan/contract/endpoint'
import { EXAM_IMPORT_TITLES, type ExamRow, getExamImportEndpoint } from '@xingtan/contract/office/exam-bar'
import { DefinitionList } from '@xingtan/ui/components/definition-list'
import { QueryState } from '@xingtan/ui/components/query-state'
import { StatusTag, type Tone } from '@xingtan/ui/components/status-tag'
import { formatInstantShort } from '@xingtan/ui/date-format'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Link, useParams } from 'react-router'
import { Page } from '../../components/page.tsx'
import { ScrollRegion } from '../../components/scroll-region.tsx'
import { ImportActs } from './import-acts.tsx'
import { STATE_TONES } from './state-tones.ts'
import './exam-bar.css'

type View = OutputOf<typeof getExamImportEndpoint>

const OUTCOMES: Readonly<Record<ExamRow['outcome'], { readonly tone: Tone; readonly title: string }>> = {
  fresh: { tone: 'ok', title: '可以导入' },
  known: { tone: 'neutral', title: '已在库中' },
  faulty: { tone: 'stop', title: '有误' },
}

/** One list: the dry run before it is imported, what became of each row afterwards. Every reading is an audit event. */
export function ExamImportPage() {
  const { importId = '' } = useParams()
  const query = useEndpoint(getExamImportEndpoint, { importId }, { refetchOnWindowFocus: false, staleTime: 60_000 })
  return (
    <Page className="exam-bars" title="考试机构名单" lead={<Link to="/exam-bars">返回考试限制交换</Link>}>
      <QueryState query={query} skeletonLines={8}>
        {(view) => <List view={view} />}
      </QueryState>
    </Page>
  )
}

function List({ view }: { readonly view: View }) {
  const { import: list, rows } = view
  // What needs somebody stands first.
  const sorted = rows.toSorted((a, b) => Number(b.outcome === 'faulty') - Number(a.outcome === 'faulty'))
  const isDone = list.state !== 'read'
  return (
    <>
      <section className="panel-flat" aria-labelledby="facts">
        <h2 id="facts">名单情况</h2>
        <DefinitionList
          facts={[
            {
              term: '状态',
              value: <StatusTag tone={STATE_TONES[list.state]}>{EXAM_IMPORT_TITLES[list.state]}</StatusTag>,
            },
            { term: '录入', value: `${list.agencyName}，${list.enteredBy}，${formatInstantShort(list.enteredAt)}` },
            { term: '复核', value: list.reviewedBy ?? `由${list.reviewAgencyName}另一名工作人员复核` },
            ...(list.returnReason === null ? [] : [{ term: '退回原因', value: list.returnReason }]),
            {
              term: isDone ? '结果' : '试算结果',
              value: `共 ${list.count} 条：${isDone ? '导入' : '可以导入'} ${list.fresh} 条，已在库中 ${list.known} 条，有误 ${list.faulty} 条`,
            },
          ]}
        />
        <ImportActs list={list} />
      </section>
      <ScrollRegion className="table-scroll" label="逐行结果">
        <table className="case-table">
          <thead>
            <tr>
              <th scope="col">行</th>
              <th scope="col">姓名</th>
              <th scope="col">证件号码</th>
              <th scope="col">决定文号</th>
              <th scope="col">结果</th>
              <th scope="col">说明</th>
            </tr>
          </thead>
          <tbody>
            {sorted.map((row) => (
              <tr key={row.row}>
                <td className="col-number">{row.row}</td>
                <td className="nowrap">{row.maskedName}</td>
                <td className="nowrap">{row.maskedNumber}</td>
                <td>{row.decisionNumber}</td>
                <td>
                  <StatusTag tone={OUTCOMES[row.outcome].tone}>
                    {isDone && row.outcome === 'fresh' ? '已导入' : OUTCOMES[row.outcome].title}
                  </StatusTag>
                </td>
                <td>
                  {row.entryId === null ? row.sentence : <Link to={`/restrictions/${row.entryId}`}>打开记录</Link>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  )
}
