import {
  CONSULTATION_KIND_TITLES,
  CONSULTATION_OUTCOME_TITLES,
  CONSULTATION_TOPIC_TITLES,
} from '@xingtan/contract/consultation'
import { getConsultationEndpoint } from '@xingtan/contract/office/consultation'
import { DefinitionList } from '@xingtan/ui/components/definition-list'
import { QueryState } from '@xingtan/ui/components/query-state'
import { StatusTag } from '@xingtan/ui/components/status-tag'
import { formatDay, formatInstant } from '@xingtan/ui/date-format'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Link, useParams } from 'react-router'
import { Page } from '../../components/page.tsx'
import type { ConsultationItem } from './consultation-item.ts'
import { ContactPanel } from './contact-panel.tsx'
import { HandlingPanel } from './handling-panel.tsx'
import { HistoryPanel } from './history-panel.tsx'
import { stateOf } from './state-words.ts'
import './consultation.css'

/** One item: what was written, the evidence, the way so far, and what may be done with it. */
export function ConsultationPage() {
  const { consultationId = '' } = useParams()
  // Each look is an event: nothing looks again behind the officer's back.
  const item = useEndpoint(getConsultationEndpoint, { consultationId }, { refetchOnWindowFocus: false })
  return (
    <Page title="事项详情" lead={<Link to="/consultations">返回咨询投诉举报</Link>}>
      <QueryState query={item} skeletonLines={8}>
        {(found) => <Details item={found} />}
      </QueryState>
    </Page>
  )
}

function factsOf({ row, ...item }: ConsultationItem) {
  const optional = [
    { term: '被投诉机构', value: item.subjectAgencyName },
    { term: '报名号', value: item.registrationNumber },
    { term: '办理结果', value: row.outcome === null ? null : CONSULTATION_OUTCOME_TITLES[row.outcome] },
    {
      term: '评价',
      value: item.score === null ? null : `${item.score} 分，问题${item.isSolved === true ? '已' : '未'}解决`,
    },
  ]
  return [
    { term: '受理编号', value: row.number },
    { term: '类别和事项', value: `${CONSULTATION_KIND_TITLES[row.kind]}，${CONSULTATION_TOPIC_TITLES[row.topic]}` },
    { term: '提交时间', value: formatInstant(row.submittedAt) },
    { term: '答复期限', value: `${formatDay(row.dueOn)}${row.dueProvisional ? '（暂定）' : ''}` },
    { term: '办理机构', value: row.agencyName },
    { term: '办理人', value: row.assigneeName ?? '未安排' },
    ...optional.flatMap(({ term, value }) => (value === null ? [] : [{ term, value }])),
    { term: '具体内容', value: <span className="consultation-text">{item.body}</span> },
  ]
}

function Details({ item }: { readonly item: ConsultationItem }) {
  const { row, files } = item
  const { tone, word } = stateOf(row)
  return (
    <div className="consultation-details">
      <div>
        <section className="panel-flat" aria-labelledby="item-facts">
          <div className="section-head">
            <h2 id="item-facts">{row.title}</h2>
            <StatusTag tone={tone}>{word}</StatusTag>
          </div>
          <DefinitionList facts={factsOf(item)} />
        </section>
        {files.length > 0 && (
          <section className="panel-flat" aria-labelledby="item-files">
            <h2 id="item-files">材料</h2>
            <p className="page-links">
              {files.map(({ fileId, place, isPdf, bytes }) => (
                <a
                  key={fileId}
                  href={`/api/consultations/${row.consultationId}/files/${fileId}`}
                  target="_blank"
                  rel="noreferrer"
                >
                  材料{place}（{isPdf ? 'PDF' : '图片'}，{Math.ceil(bytes / 1024)} KB）
                </a>
              ))}
            </p>
            <p className="quiet">每次打开材料都会留下记录。</p>
          </section>
        )}
        <HistoryPanel history={item.history} />
      </div>
      <div>
        <HandlingPanel item={item} />
        <ContactPanel item={item} />
      </div>
    </div>
  )
}
