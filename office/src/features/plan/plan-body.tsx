import type { PlanFrame, PlanView } from '@xingtan/contract/office/plan'
import { Notice } from '@xingtan/ui/components/notice'
import { formatInstantShort } from '@xingtan/ui/date-format'
import { Button } from 'antd'
import { useState } from 'react'
import { CalendarStrip } from './calendar-strip.tsx'
import { ExtendDialog } from './extend-dialog.tsx'
import { JustifiedFindings } from './justified-findings.tsx'
import { PlanEditor } from './plan-editor.tsx'
import { PlanFacts } from './plan-facts.tsx'
import { HISTORY_TITLES } from './plan-words.ts'
import { PublishDialog } from './publish-dialog.tsx'
import { ReviewPanel } from './review-panel.tsx'

interface PlanBodyProps {
  readonly view: PlanView
  readonly frame: PlanFrame
}

/** What may be done with a plan now, the plan, and how it came to be so. */
export function PlanBody({ view, frame }: PlanBodyProps) {
  const [dialog, setDialog] = useState<'publish' | 'extend'>()
  const { planId, mayEdit, mayReview, mayPublish, mayExtend, inForce, content } = view
  const isChange = inForce !== null
  const isHandedIn = ['handed-in', 'approved', 'scheduled'].includes(view.state)
  const returned = view.state === 'returned' ? view.history.find(({ kind }) => kind === 'returned') : undefined
  return (
    <div className="plan">
      {returned !== undefined && (
        <Notice tone="stop" title="上级已退回">
          {returned.text}
        </Notice>
      )}
      {(mayPublish || mayExtend) && (
        <div className="plan-steps">
          {mayPublish && (
            <Button type="primary" onClick={() => setDialog('publish')}>
              {isChange ? '发布变更' : '发布计划'}
            </Button>
          )}
          {mayExtend && <Button onClick={() => setDialog('extend')}>录入延期决定</Button>}
        </div>
      )}
      {mayEdit ? (
        <PlanEditor view={view} frame={frame} />
      ) : (
        <>
          <CalendarStrip content={content} frame={frame} />
          <div className="plan-editor">
            <section className="panel-flat" aria-labelledby="plan-content">
              <h2 id="plan-content">{isChange && isHandedIn ? '变更后的计划' : '计划内容'}</h2>
              <PlanFacts content={content} frame={frame} />
              {isChange && isHandedIn && (
                <details className="plan-before">
                  <summary>查看正在执行的计划</summary>
                  <PlanFacts content={inForce} frame={frame} />
                </details>
              )}
            </section>
            <div className="plan-side">
              {isHandedIn && <JustifiedFindings view={view} />}
              {mayReview && <ReviewPanel view={view} />}
            </div>
          </div>
        </>
      )}
      <History history={view.history} />
      {dialog === 'publish' && (
        <PublishDialog planId={planId} isChange={isChange} onClose={() => setDialog(undefined)} />
      )}
      {dialog === 'extend' && <ExtendDialog planId={planId} onClose={() => setDialog(undefined)} />}
    </div>
  )
}

function History({ history }: Pick<PlanView, 'history'>) {
  return (
    <section className="panel-flat" aria-labelledby="plan-history">
      <h2 id="plan-history">办理记录</h2>
      {history.length === 0 ? (
        <p className="quiet">还没有提交过。</p>
      ) : (
        <ol className="plan-history">
          {history.map(({ at, kind, by, text }) => (
            <li key={`${at} ${kind}`}>
              <span className="nowrap">{formatInstantShort(at)}</span> {by ?? ''}
              {HISTORY_TITLES[kind]}
              {text !== null && `：${text}`}
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
