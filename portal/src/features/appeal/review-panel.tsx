import type { Remedies, ReviewRequest } from '@xingtan/contract/appeal'
import { DefinitionList } from '@xingtan/ui/components/definition-list'
import { Notice } from '@xingtan/ui/components/notice'
import { Panel } from '@xingtan/ui/components/panel'
import { formatDay, formatInstant } from '@xingtan/ui/date-format'
import { ReviewForm } from './review-form.tsx'

interface ReviewPanelProps {
  readonly applicationId: string
  readonly remedies: Pick<Remedies, 'isRefused' | 'review'>
}

/** 申请复查 after 认定未通过: the form while it can be asked for, and every request with its answer. */
export function ReviewPanel({ applicationId, remedies: { isRefused, review } }: ReviewPanelProps) {
  const { requests, canRequest, until, why } = review
  if (!isRefused && requests.length === 0) return null
  return (
    <Panel title="申请复查">
      {requests.map((request) => (
        <Asked key={request.requestId} request={request} />
      ))}
      {canRequest && until !== null && (
        <>
          <p>
            认为“认定未通过”的结论有误的，可以在 {formatDay(until)}{' '}
            前（含当日）申请复查一次，由没有参与审核和审批的工作人员办理。
            申请复查不影响您依法申请行政复议或者提起行政诉讼。
          </p>
          <ReviewForm applicationId={applicationId} />
        </>
      )}
      {!canRequest && requests.length === 0 && why !== null && <Notice tone="info">{why}</Notice>}
    </Panel>
  )
}

const RESULTS = { upheld: '维持“认定未通过”的结论', reopened: '原结论需要更正' } as const

function Asked({ request }: { readonly request: ReviewRequest }) {
  const { requestedAt, dueOn, words, files, outcome, answer, answeredAt } = request
  return (
    <section className="review-request" aria-label={`${formatInstant(requestedAt)}的复查申请`}>
      {outcome === null ? (
        <Notice tone="wait" title="复查申请已提交">
          认定机构将在 {formatDay(dueOn)} 前答复，结果会通知您。
        </Notice>
      ) : (
        <Notice tone={outcome === 'upheld' ? 'info' : 'ok'} title={`复查结果：${RESULTS[outcome]}`}>
          <p className="review-words">{answer}</p>
        </Notice>
      )}
      <DefinitionList
        facts={[
          { term: '申请时间', value: formatInstant(requestedAt) },
          { term: '申请理由', value: <span className="review-words">{words}</span> },
          ...(files.length === 0
            ? []
            : [
                {
                  term: '材料',
                  value: files.map(({ title, url }) => (
                    <a key={url} className="file-link" href={url} target="_blank" rel="noopener">
                      {title}
                    </a>
                  )),
                },
              ]),
          ...(answeredAt === null ? [] : [{ term: '答复时间', value: formatInstant(answeredAt) }]),
        ]}
      />
    </section>
  )
}
