import type { Draft, StepDefect, StepName } from '@xingtan/contract/application'
import { STEP_NAMES } from '@xingtan/contract/application'

function holdsAnything(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return value !== null && value !== false && value !== ''
  return Object.values(value).some(holdsAnything)
}

/** Whether the person has written in a step; place and type of step 3 come from the entry and from the proof. */
function isTouched({ steps }: Pick<Draft, 'steps'>, step: StepName): boolean {
  if (step === 'agency') return steps.agency.areaBasis !== null || steps.agency.address !== null
  return holdsAnything(steps[step])
}

export interface StepState {
  readonly id: StepName
  readonly state: 'todo' | 'done' | 'attention'
  readonly openCount: number
  /** Whether it may be opened: it has been written in, or everything before it is done. */
  readonly isReachable: boolean
}

/** The defects of one step. */
export function defectsIn(draft: Pick<Draft, 'defects'>, step: StepName): readonly StepDefect[] {
  return draft.defects.filter((defect) => defect.step === step)
}

/**
 * Where each of the seven steps of a draft stands. The step being written in is not called wrong before the person has
 * tried to go on (`tried`).
 */
export function stepStates(draft: Draft, current: StepName, tried: ReadonlySet<StepName>): readonly StepState[] {
  let isReachable = true
  return STEP_NAMES.map((id) => {
    const openCount = defectsIn(draft, id).length
    const isWritten = isTouched(draft, id)
    const isNew = !isWritten || (id === current && !tried.has(id))
    const row: StepState = {
      id,
      openCount,
      state: openCount === 0 ? 'done' : isNew && !tried.has(id) ? 'todo' : 'attention',
      isReachable: isReachable || isWritten,
    }
    isReachable &&= openCount === 0
    return row
  })
}

/** Where to go on after coming back: the first step that is not done, or the last one. */
export function resumeStep(draft: Pick<Draft, 'defects'>): StepName {
  return STEP_NAMES.find((id) => defectsIn(draft, id).length > 0) ?? 'promise'
}
