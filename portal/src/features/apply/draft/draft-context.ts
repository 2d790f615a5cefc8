import type { DraftSteps, StepName } from '@xingtan/contract/application'
import { createContext, useContext, useSyncExternalStore } from 'react'
import type { DraftSaver } from './draft-saver.ts'
import type { DraftState } from './draft-state.ts'
import { defectsIn } from './step-state.ts'

export interface DraftDesk {
  readonly saver: DraftSaver
  /** Steps the person has tried to leave: their defects show beside the fields. */
  readonly tried: ReadonlySet<StepName>
  readonly onTry: (step: StepName) => void
}

export const DraftContext = createContext<DraftDesk | undefined>(undefined)

/** The draft being written, for everything inside the wizard. */
export function useDraftDesk(): DraftDesk & DraftState {
  const desk = useContext(DraftContext)
  if (desk === undefined) throw new Error('the wizard is missing above this component')
  const state = useSyncExternalStore(desk.saver.subscribe, desk.saver.getState)
  return { ...desk, ...state }
}

export interface DraftStep<Step extends StepName> {
  readonly value: DraftSteps[Step]
  /** Changes some fields of the step. */
  readonly patch: (change: Partial<DraftSteps[Step]>) => void
  /** The sentence beside a field, once the person has tried to go on. */
  readonly errorOf: (field: string) => string | undefined
}

/** One step of the draft: its value, how to change it, and what is wrong with it. */
export function useDraftStep<Step extends StepName>(step: Step): DraftStep<Step> {
  const { draft, saver, tried } = useDraftDesk()
  return {
    value: draft.steps[step],
    // The latest state, because two changes may come from one event.
    patch: (change) => saver.change(step, { ...saver.getState().draft.steps[step], ...change }),
    errorOf: (field) =>
      tried.has(step) ? defectsIn(draft, step).find((defect) => defect.field === field)?.sentence : undefined,
  }
}
