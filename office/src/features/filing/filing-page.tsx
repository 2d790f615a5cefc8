import { type FilingVersion, type FilingView, getFilingEndpoint } from '@xingtan/contract/office/filing'
import { QueryState } from '@xingtan/ui/components/query-state'
import { formatDay, formatInstantShort } from '@xingtan/ui/date-format'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Link, useParams } from 'react-router'
import { Page } from '../../components/page.tsx'
import { ContentView } from './content-view.tsx'
import { boardAddress, filingTitle } from './filing-address.ts'
import { FilingForm } from './filing-form.tsx'
import { FilingStateTag } from './filing-state.tsx'
import { ReviewPanel } from './review-panel.tsx'
import './filing.css'

/** One filing: its agency writes and hands in, its receiver accepts or returns, both see every version (PLN-2). */
export function FilingPage() {
  const { filingId = '' } = useParams()
  const filing = useEndpoint(getFilingEndpoint, { filingId })
  const view = filing.data
  return (
    <Page
      title={view === undefined ? '报送事项' : filingTitle(view)}
      lead={<Link to={view === undefined || view.isOwn ? '/filings' : boardAddress(view)}>返回</Link>}
    >
      <QueryState query={filing} skeletonLines={10}>
        {(found) => <Filing view={found} />}
      </QueryState>
    </Page>
  )
}

function Filing({ view }: { readonly view: FilingView }) {
  const isWritable = view.isOwn && view.state !== 'handed-in'
  const returned = view.state === 'returned' ? view.versions[0]?.reason : undefined
  return (
    <div className="filing-sections">
      <section className="panel-flat" aria-labelledby="filing-standing">
        <div className="section-head">
          <h2 id="filing-standing">{view.agencyName}</h2>
          <FilingStateTag state={view.state} isLate={view.isLate} />
        </div>
        <p>
          报送给{view.receiverName}，最晚 {formatDay(view.dueOn)}。
        </p>
        {returned && (
          <div className="problem" role="alert">
            <p className="problem-title">已退回，请修改后重新报送</p>
            <p>{returned}</p>
          </div>
        )}
        {view.findings.length > 0 && (
          <>
            <p>{isWritable ? '报送前还需要处理：' : '按现在的规则还缺少：'}</p>
            <ul className="filing-findings">
              {view.findings.map(({ code, field, sentence }) => (
                <li key={`${code} ${field}`}>{sentence}</li>
              ))}
            </ul>
          </>
        )}
      </section>
      {isWritable ? (
        <FilingForm key={`${view.filingId} ${view.versions.length} ${view.state}`} view={view} />
      ) : (
        <section className="panel-flat filing-form" aria-label="内容">
          <ContentView content={view.content} />
          {view.scanUrl !== null && (
            <p>
              <a href={view.scanUrl} target="_blank" rel="noreferrer">
                查看盖章扫描件
              </a>
            </p>
          )}
        </section>
      )}
      {view.mayReview && <ReviewPanel view={view} />}
      <Versions versions={view.versions} />
    </div>
  )
}

function opinionOf({ accepted, reason }: FilingVersion): string {
  if (accepted === null) return '等待审核'
  return accepted ? '已接收' : `已退回：${reason ?? ''}`
}

function Versions({ versions }: { readonly versions: readonly FilingVersion[] }) {
  if (versions.length === 0) return null
  return (
    <section className="panel-flat" aria-labelledby="filing-versions">
      <h2 id="filing-versions">报送经过</h2>
      {versions.map((version) => (
        <details key={version.number} className="filing-version">
          <summary>
            第 {version.number} 版，{formatInstantShort(version.handedInAt)} 报送，{opinionOf(version)}
            {version.reviewedAt !== null && `（${formatInstantShort(version.reviewedAt)}）`}
          </summary>
          <ContentView content={version.content} />
        </details>
      ))}
    </section>
  )
}
