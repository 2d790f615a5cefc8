import '../apply.css'
import {
  type Draft,
  getDraftEndpoint,
  saveDraftStepEndpoint,
  STEP_NAMES,
  type StepName,
} from '@xingtan/contract/application'
import { PageTitle } from '@xingtan/ui/components/page-title'
import { SaveStamp } from '@xingtan/ui/components/save-stamp'
import { Stepper } from '@xingtan/ui/components/stepper'
import { call } from '@xingtan/ui/call'
import { newIdempotencyKey } from '@xingtan/ui/new-idempotency-key'
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react'
import { titleOfStep, WIZARD_STEPS } from '../../../application-steps.ts'
import { paths } from '../../../paths.ts'
import { ConflictDialog } from './conflict-dialog.tsx'
import { DraftContext, useDraftDesk } from './draft-context.ts'
import { createDraftSaver, type DraftSaver } from './draft-saver.ts'
import { SaveProblem } from './save-problem.tsx'
import { stepStates } from './step-state.ts'

/** Saves what is left when the page is put away, asks before it is closed, and looks for newer content on coming back. */
function useSaveOnLeave(saver: DraftSaver): void {
  useEffect(() => {
    const save = (): void => void saver.flush()
    const onVisibility = (): void => {
      if (document.visibilityState === 'hidden') save()
      else if (!saver.hasUnsaved()) void saver.refresh()
    }
    const ask = (event: BeforeUnloadEvent): void => {
      if (saver.hasUnsaved()) event.preventDefault()
    }
    document.addEventListener('visibilitychange', onVisibility)
    globalThis.addEventListener('online', save)
    globalThis.addEventListener('beforeunload', ask)
    return () => {
      save()
      document.removeEventListener('visibilitychange', onVisibility)
      globalThis.removeEventListener('online', save)
      globalThis.removeEventListener('beforeunload', ask)
    }
  }, [saver])
}

function Wizard({ current, children }: { readonly current: StepName; readonly children: ReactNode }) {
  const { draft, save, tried } = useDraftDesk()
  const states = stepStates(draft, current, tried)
  const steps = WIZARD_STEPS.map(({ id, title }) => {
    const row = states.find((state) => state.id === id)
    if (row === undefined) return { id, title, state: 'todo' as const }
    const { state, openCount, isReachable } = row
    return { id, title, state, openCount, to: isReachable ? paths.draftStep(draft.draftId, id) : undefined }
  })
  const index = STEP_NAMES.indexOf(current)
  return (
    <div className="wizard">
      <Stepper label="报名步骤" steps={steps} currentId={current} />
      <div className="wizard-main">
        <PageTitle
          key={`title-${current}`}
          title={titleOfStep(current)}
          aside={<SaveStamp state={save} />}
          lead={
            draft.amendsRegistrationNumber === null
              ? `教师资格认定报名，步骤${'一二三四五六七八'.charAt(index)}`
              : `正在修改报名号 ${draft.amendsRegistrationNumber} 的申请，重新提交后生效`
          }
        />
        <SaveProblem />
        <ConflictDialog />
        {children}
      </div>
    </div>
  )
}

export interface WizardPageProps {
  /** As loaded once; from then on the page keeps it up to date itself. */
  readonly draft: Draft
  readonly current: StepName
  readonly children: ReactNode
}

/** The frame of the eight steps: their list with states, the save stamp, and the draft for everything inside. */
export function WizardPage({ draft, current, children }: WizardPageProps) {
  const [saver] = useState(() =>
    createDraftSaver(draft, {
      save: (input, idempotencyKey) => call(saveDraftStepEndpoint, input, { idempotencyKey }),
      load: () => call(getDraftEndpoint, { draftId: draft.draftId }),
      newKey: newIdempotencyKey,
    }),
  )
  const [tried, setTried] = useState<ReadonlySet<StepName>>(new Set())
  const onTry = useCallback((step: StepName) => setTried((old) => new Set([...old, step])), [])
  const desk = useMemo(() => ({ saver, tried, onTry }), [saver, tried, onTry])
  useSaveOnLeave(saver)
  return (
    <DraftContext value={desk}>
      <Wizard current={current}>{children}</Wizard>
    </DraftContext>
  )
}
