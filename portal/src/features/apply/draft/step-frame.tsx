import type { StepDefect, StepName } from '@xingtan/contract/application'
import { Button } from '@xingtan/ui/components/button'
import { ErrorSummary } from '@xingtan/ui/components/error-summary'
import { type ReactNode, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { titleOfStep } from '../../../application-steps.ts'
import { paths } from '../../../paths.ts'
import { useDraftDesk } from './draft-context.ts'
import { defectsIn } from './step-state.ts'

export interface StepFrameProps {
  readonly step: StepName
  readonly previous?: StepName
  readonly next: StepName
  readonly children: ReactNode
}

function toErrors(defects: readonly StepDefect[]) {
  return defects.map(({ field, sentence, basis }) => ({
    fieldId: field ?? undefined,
    sentence,
    basis: basis ?? undefined,
  }))
}

/**
 * The form around one step. Going on saves first and asks the server what is missing; the person may leave the step
 * unfinished all the same and come back to it.
 */
export function StepFrame({ step, previous, next, children }: StepFrameProps) {
  const { saver, draft, onTry } = useDraftDesk()
  const navigate = useNavigate()
  const [tries, setTries] = useState(0)
  const [isBusy, setIsBusy] = useState(false)
  const defects = defectsIn(draft, step)

  const goOn = async (): Promise<void> => {
    setIsBusy(true)
    const isSaved = await saver.flush()
    setIsBusy(false)
    if (!isSaved) return
    onTry(step)
    if (defectsIn(saver.getState().draft, step).length === 0) void navigate(paths.draftStep(draft.draftId, next))
    else setTries((count) => count + 1)
  }

  return (
    <form
      className="step-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!isBusy) void goOn()
      }}
    >
      {tries > 0 && <ErrorSummary key={tries} errors={toErrors(defects)} />}
      {children}
      <div className="step-actions">
        <Button kind="primary" type="submit" busy={isBusy ? '正在保存' : undefined}>
          下一步：{titleOfStep(next)}
        </Button>
        {previous !== undefined && (
          <Link to={paths.draftStep(draft.draftId, previous)}>上一步：{titleOfStep(previous)}</Link>
        )}
        {tries > 0 && defects.length > 0 && <Link to={paths.draftStep(draft.draftId, next)}>暂不处理，先看下一步</Link>}
      </div>
    </form>
  )
}
