import { REVIEW_OUTCOME_TITLES } from '@xingtan/contract/appeal'
import { type ReviewRequestView, getReviewRequestEndpoint } from '@xingtan/contract/office/appeal'
import { DefinitionList } from '@xingtan/ui/components/definition-list'
import { Notice } from '@xingtan/ui/components/notice'
import { QueryState } from '@xingtan/ui/components/query-state'
import { formatDay, formatInstantShort } from '@xingtan/ui/date-format'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Button } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { basisText } from '../../components/basis-text.ts'
import { Page } from '../../components/page.tsx'
import { AnswerDialog } from './answer-dialog.tsx'
import './appeal.css'

/** One review request beside the conclusion it is about; every reading is an audit event, so it is not repeated on its own. */
export function AppealPage() {
  const { requestId = '' } = useParams()
  const query = useEndpoint(getReviewRequestEndpoint, { requestId }, { refetchOnWindowFocus: false, staleTime: 60_000 })
  return (
    <Page title="复查申请" lead={<Link to="/appeals">返回复查申请列表</Link>}>
      <QueryState query={query} skeletonLines={8}>
        {(view) => <Request view={view} />}
      </QueryState>
    </Page>
  )
}

function Request({ view }: { readonly view: ReviewRequestView }) {
  const [isAnswering, setIsAnswering] = useState(false)
  const { row, words, files, answer, answeredBy, why } = view
  return (
    <div className="appeal">
      <section className="panel-flat" aria-labelledby="asked">
        <h2 id="asked">申请人的理由</h2>
        <DefinitionList
          facts={[
            { term: '报名号', value: <Link to={`/cases/${row.applicationId}`}>{row.registrationNumber}</Link> },
            { term: '姓名', value: row.name },
            { term: '申请时间', value: formatInstantShort(row.requestedAt) },
            { term: '答复到期', value: `${formatDay(row.dueOn)}${row.dueProvisional ? '（暂定）' : ''}` },
            { term: '理由', value: <span className="words">{words}</span> },
            ...(files.length === 0
              ? []
              : [
                  {
                    term: '材料',
                    value: files.map(({ title, url }) => (
                      <a key={url} className="file-link" href={url} target="_blank" rel="noopener noreferrer">
                        {title}
                      </a>
                    )),
                  },
                ]),
          ]}
        />
      </section>
      <Conclusion decision={view.decision} />
      {row.outcome !== null && (
        <section className="panel-flat" aria-labelledby="answered">
          <h2 id="answered">复查结果</h2>
          <DefinitionList
            facts={[
              { term: '结果', value: REVIEW_OUTCOME_TITLES[row.outcome] },
              { term: '复查意见', value: <span className="words">{answer}</span> },
              {
                term: '答复',
                value: `${answeredBy ?? ''}，${row.answeredAt === null ? '' : formatInstantShort(row.answeredAt)}`,
              },
            ]}
          />
        </section>
      )}
      {row.outcome === null && why !== null && <Notice tone="info">{why}</Notice>}
      {row.outcome === null && why === null && (
        <div className="section-actions">
          <Button type="primary" onClick={() => setIsAnswering(true)}>
            答复复查申请
          </Button>
          <Link to={`/cases/${row.applicationId}`}>打开该件核对材料</Link>
        </div>
      )}
      {isAnswering && <AnswerDialog view={view} onClose={() => setIsAnswering(false)} />}
    </div>
  )
}

function Conclusion({ decision }: Pick<ReviewRequestView, 'decision'>) {
  return (
    <section className="panel-flat" aria-labelledby="conclusion">
      <h2 id="conclusion">原结论：认定未通过</h2>
      <p className="quiet">
        审核：{decision.reviewedBy}；审批：{decision.decidedBy}，{formatInstantShort(decision.decidedAt)}
        {decision.isSuperseded && '。这一结论已经另行更正。'}
      </p>
      <ul className="reasons">
        {decision.reasons.map((reason) => (
          <li key={reason.code}>
            {reason.title}
            {reason.note !== null && <p>{reason.note}</p>}
            {reason.basis !== null && <p className="quiet">{basisText(reason.basis)}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}
