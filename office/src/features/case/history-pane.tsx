import { StatusTag, type Tone } from '@xingtan/ui/components/status-tag'
import { formatInstantShort } from '@xingtan/ui/date-format'
import { Button } from 'antd'
import { Link } from 'react-router'
import { basisText } from '../../components/basis-text.ts'
import { CaseTimeline } from '../../components/case-timeline.tsx'
import { ScrollRegion } from '../../components/scroll-region.tsx'
import { ThreadPanel } from '../../components/thread-panel.tsx'
import { type CaseDialog, isAllowed } from './case-actions.ts'
import type { Case } from './case-draft.ts'
import { CorrectionList } from './correction-list.tsx'
import { VettingDetail } from './vetting-detail.tsx'

type VettingState = Case['vetting'][number]['state']

const VETTING_STATES: Readonly<Record<VettingState, { readonly tone: Tone; readonly title: string }>> = {
  'not-requested': { tone: 'neutral', title: '未发起' },
  requested: { tone: 'wait', title: '等待结果' },
  clear: { tone: 'ok', title: '未发现' },
  hit: { tone: 'stop', title: '有记录' },
  error: { tone: 'warn', title: '未能返回' },
  stale: { tone: 'warn', title: '已过期' },
  purged: { tone: 'neutral', title: '已清除' },
}

interface HistoryProps {
  readonly view: Case
  readonly onOpen: (dialog: CaseDialog) => void
}

/** Right pane: conclusions so far, background checks, and what happened when. */
export function HistoryPane({ view, onOpen }: HistoryProps) {
  return (
    <ScrollRegion className="pane pane-history" labelledBy="pane-history">
      <h2 id="pane-history">核查与经过</h2>
      <Conclusions view={view} onOpen={onOpen} />
      <section aria-labelledby="vetting">
        <h3 id="vetting">背景核查</h3>
        <ul className="vetting-states">
          {view.vetting.map((check) => {
            const { tone, title } = VETTING_STATES[check.state]
            return (
              <li key={check.kind}>
                <div className="check-head">
                  <span>{check.title}</span>
                  <StatusTag tone={tone}>{title}</StatusTag>
                </div>
                <p className="quiet">{check.sentence}</p>
              </li>
            )
          })}
        </ul>
        <VettingDetail view={view} />
      </section>
      {view.row.status !== 'awaiting-confirmation' && <CorrectionList applicationId={view.row.applicationId} />}
      <section aria-labelledby="timeline">
        <h3 id="timeline">办理经过</h3>
        <CaseTimeline entries={view.timeline} />
      </section>
      <ThreadPanel applicationId={view.row.applicationId} />
    </ScrollRegion>
  )
}

function Conclusions({ view, onOpen }: HistoryProps) {
  const { certificate, reasons, review } = view
  return (
    <>
      {certificate !== null && (
        <section aria-labelledby="certificate">
          <h3 id="certificate">教师资格证书号码</h3>
          <Link to={`/certificates/${certificate.certificateId}`} className="case-certificate">
            {certificate.number}
          </Link>
        </section>
      )}
      {isAllowed(view, 'print-receipt') && <Button onClick={() => onOpen('receipt')}>打开受理凭证</Button>}
      {reasons.length > 0 && (
        <section aria-labelledby="reasons">
          <h3 id="reasons">未通过的原因</h3>
          <ul className="case-reasons">
            {reasons.map((reason) => (
              <li key={reason.code}>
                {reason.title}
                {reason.note !== null && <p>{reason.note}</p>}
                {reason.basis !== null && <p className="quiet">{basisText(reason.basis)}</p>}
              </li>
            ))}
          </ul>
        </section>
      )}
      {review !== null && (
        <section aria-labelledby="review">
          <h3 id="review">审核意见</h3>
          <p>
            {review.opinion === 'pass' ? '建议通过' : '建议不通过'}
            {review.note !== null && `：${review.note}`}
          </p>
          <p className="quiet">
            {review.by}，{formatInstantShort(review.at)}
          </p>
        </section>
      )}
    </>
  )
}
