import type { Refusal } from '@xingtan/contract/problem'
import type { PolicyValues } from '@xingtan/contract/policy'
import type { TrainingKind } from '@xingtan/contract/office/training'
import { addDays } from './calendar-day.ts'

export type TrainingRules = PolicyValues['training.rules']

/** Kinds of work that need a training of their own before the point or the batch opens (教资字〔2020〕1号 二(三); 教办师〔2020〕81号 二(三)). */
export function trainingKindsOf(roles: readonly string[]): Exclude<TrainingKind, 'policy'>[] {
  const kinds: Exclude<TrainingKind, 'policy'>[] = []
  if (roles.includes('confirm')) kinds.push('confirm')
  if (roles.includes('print')) kinds.push('print')
  return kinds
}

/** A training counts on `day` when it ended on this day at the earliest; its own last day is the first it counts on. */
export function trainedSince(day: string, rules: TrainingRules): string {
  return addDays(day, 1 - rules.validDays)
}

/** Why a training cannot be recorded: it is turned round, or not over yet. */
export function refuseTraining(
  session: { readonly heldFrom: string; readonly heldTo: string },
  today: string,
): Refusal[] {
  const { heldFrom, heldTo } = session
  if (heldTo < heldFrom) return [{ code: 'training.days-turned', field: 'heldTo' }]
  return heldTo > today ? [{ code: 'training.not-over', field: 'heldTo' }] : []
}
