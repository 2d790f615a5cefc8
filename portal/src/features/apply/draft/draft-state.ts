import type { Draft, DraftSteps, StepName } from '@xingtan/contract/application'
import type { saveDraftStepEndpoint } from '@xingtan/contract/application'
import type { InputOf, OutputOf } from '@xingtan/contract/endpoint'
import type { SaveState } from '@xingtan/ui/components/save-stamp'
import type { ProblemError } from '@xingtan/ui/problem-error'

export type SaveInput = InputOf<typeof saveDraftStepEndpoint>
export type SaveOutput = OutputOf<typeof saveDraftStepEndpoint>

/** The draft as this page shows it: what the person typed, over what the server last confirmed. */
export interface DraftState {
  readonly draft: Draft
  readonly save: SaveState
  /** What another window saved meanwhile, until the person has chosen. */
  readonly newer: Draft | undefined
  /** Why the last save was refused. */
  readonly problem: ProblemError | undefined
}

/** The change of one step, as the save takes it. */
export function changeOf(steps: DraftSteps, step: StepName): SaveInput['change'] {
  switch (step) {
    case 'agreement':
      return { step, value: steps.agreement }
    case 'identity':
      return { step, value: steps.identity }
    case 'agency':
      return { step, value: steps.agency }
    case 'details':
      return { step, value: steps.details }
    case 'review':
      return { step, value: steps.review }
    case 'notices':
      return { step, value: steps.notices }
    case 'promise':
      return { step, value: steps.promise }
  }
}

/** Whether two values hold the same, in whatever order their fields came. */
export function isSame(left: unknown, right: unknown): boolean {
  return textOf(left) === textOf(right)
}

function textOf(value: unknown): string {
  return JSON.stringify(value, (_name, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([left], [right]) => (left < right ? -1 : 1)))
      : part,
  )
}

/** `steps` with the given ones taken from `own`. */
export function withSteps(steps: DraftSteps, own: DraftSteps, names: Iterable<StepName>): DraftSteps {
  return { ...steps, ...Object.fromEntries([...names].map((name) => [name, own[name]])) }
}
