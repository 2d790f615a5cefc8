import { type PlanFrame, type PlanView, savePlanEndpoint } from '@xingtan/contract/office/plan'
import { QueryState } from '@xingtan/ui/components/query-state'
import { Button } from 'antd'
import { useState } from 'react'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { ScrollRegion } from '../../components/scroll-region.tsx'
import { CalendarStrip } from './calendar-strip.tsx'
import { EffectFacts, FindingList, SummaryFacts } from './findings-panel.tsx'
import { HandInDialog } from './hand-in-dialog.tsx'
import { contentText, listDraftErrors, startDraft, toContent } from './plan-draft.ts'
import { PlanFields } from './plan-fields.tsx'
import { useDryRun } from './use-dry-run.ts'
import { usePlanCommand } from './use-plan-command.ts'

interface PlanEditorProps {
  readonly view: PlanView
  readonly frame: PlanFrame
}

/** The plan as it is being written: dates over the calendar, and beside the fields what the rules say (PLN-3). */
export function PlanEditor({ view, frame }: PlanEditorProps) {
  const { planId, version, kind, inForce } = view
  const [draft, setDraft] = useState(() => startDraft(view.content))
  const [tried, setTried] = useState(false)
  const [isHandingIn, setHandingIn] = useState(false)
  const content = toContent(draft)
  const allErrors = listDraftErrors(draft)
  const { query, isCurrent } = useDryRun(planId, content)
  const isSaved = contentText(content) === contentText(view.content) && allErrors.size === 0
  const save = usePlanCommand(
    savePlanEndpoint,
    inForce === null ? '草稿已保存。' : '变更草稿已保存，已发布的计划不变。',
  )
  const findings = query.data?.findings ?? []
  const blocks = findings.filter(({ severity }) => severity === 'block').length
  const isChanged = inForce === null || contentText(content) !== contentText(inForce)
  return (
    <>
      <CalendarStrip content={content} frame={frame} />
      <div className="plan-editor">
        <form
          noValidate
          className="panel-flat"
          aria-label="计划内容"
          onSubmit={(event) => {
            event.preventDefault()
            setTried(true)
            if (allErrors.size > 0) return
            save.mutate({ input: { planId, version, content } })
          }}
        >
          <h2>{inForce === null ? '计划内容' : '变更计划'}</h2>
          {inForce !== null && <p className="field-hint">在这里修改不影响已发布的计划；经上级批准并发布后才生效。</p>}
          <PlanFields
            kind={kind}
            frame={frame}
            draft={draft}
            errors={tried ? allErrors : new Map<string, string>()}
            onChange={setDraft}
          />
          {tried && allErrors.size > 0 && (
            <p className="field-error" role="alert">
              有 {allErrors.size} 处没有填写完整，请补充后再保存。
            </p>
          )}
          {save.error !== null && <ProblemAlert problem={save.error} />}
          <div className="dialog-actions plan-actions">
            <output className="quiet">{isSaved ? '已保存' : '有尚未保存的修改'}</output>
            <Button htmlType="submit" loading={save.isPending} disabled={isSaved}>
              保存草稿
            </Button>
            <Button
              type="primary"
              disabled={!isSaved || !isCurrent || blocks > 0 || !isChanged}
              onClick={() => setHandingIn(true)}
            >
              提交上级审批
            </Button>
          </div>
        </form>
        <ScrollRegion className="panel-flat plan-aside" label="检查结果">
          <h2>检查结果{isCurrent ? '' : '（正在检查）'}</h2>
          <QueryState query={query} skeletonLines={6}>
            {(answer) => (
              <>
                <SummaryFacts summary={answer.summary} hasDesks={frame.level === 'agency' && kind === 'recognition'} />
                {answer.effect !== null && isChanged && <EffectFacts effect={answer.effect} />}
                <FindingList findings={answer.findings} />
              </>
            )}
          </QueryState>
        </ScrollRegion>
      </div>
      {isHandingIn && (
        <HandInDialog
          planId={planId}
          version={version}
          warnings={findings.filter(({ severity }) => severity === 'warn')}
          justifications={view.justifications}
          onClose={() => setHandingIn(false)}
        />
      )}
    </>
  )
}
