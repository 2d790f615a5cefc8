import { STEP_NAMES } from '@xingtan/contract/application'
import type { ProblemReason } from '@xingtan/contract/problem-document'
import { Notice } from '@xingtan/ui/components/notice'
import type { ProblemError } from '@xingtan/ui/problem-error'
import { useEffect, useRef } from 'react'
import { Link } from 'react-router'
import { titleOfStep } from '../../../application-steps.ts'
import { paths } from '../../../paths.ts'

const OWN_CASES = new Set(['application.already-live', 'application.already-live-elsewhere'])

const CONFLICT = 'application.draft-conflict'
const WRITTEN_ELSEWHERE = '这份草稿刚刚在另一个窗口或另一台设备上保存过，本页已换成较新的内容。请重新核对后再提交。'

function WhereTo({ reason, draftId }: { readonly reason: ProblemReason; readonly draftId: string | undefined }) {
  const step = STEP_NAMES.find((name) => reason.field === name || reason.field?.startsWith(`${name}.`) === true)
  if (step !== undefined && draftId !== undefined)
    return <Link to={paths.draftStep(draftId, step)}>去处理：{titleOfStep(step)}</Link>
  if (OWN_CASES.has(reason.code)) return <Link to={paths.applications}>查询报名信息</Link>
  return null
}

export interface RefusalViewProps {
  readonly error: ProblemError
  /** What did not happen. */
  readonly title: string
  /** The draft whose steps can be put right; none where it could not even be opened. */
  readonly draftId?: string
}

/**
 * Why the application was not taken: each reason with what to do, where it is written and the way to the place. Takes
 * focus; give it a `key` of the try, so that it does again when the same refusal comes back.
 */
export function RefusalView({ error, title, draftId }: RefusalViewProps) {
  const { detail, reasons, correlationId } = error.document
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  // The page has taken the newer content already: what is left is to look at it.
  const listed: readonly ProblemReason[] =
    error.code === CONFLICT
      ? [{ code: CONFLICT, sentence: WRITTEN_ELSEWHERE, field: 'review' }]
      : reasons.length === 0
        ? [{ code: error.code, sentence: detail }]
        : reasons
  return (
    <div ref={box} tabIndex={-1} className="refusal-box" role="alert">
      <Notice tone="stop" title={error.status === 0 ? '还没有收到答复' : title}>
        <ol className="refusals">
          {listed.map((reason) => (
            <li key={`${reason.code}${reason.field ?? ''}`}>
              <p>{reason.sentence}</p>
              {reason.basis !== undefined && <p className="hint">依据：{reason.basis}</p>}
              <WhereTo reason={reason} draftId={draftId} />
            </li>
          ))}
        </ol>
        {error.status === 0 && draftId !== undefined && <p>再次点“提交认定申请”，同一次申请不会重复提交。</p>}
        <p className="hint">
          对结果有疑问的，请咨询所选的认定机构。
          {correlationId !== '' && `咨询时请提供编号：${correlationId}`}
        </p>
      </Notice>
    </div>
  )
}
