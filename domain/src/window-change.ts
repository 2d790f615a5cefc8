import type { Refusal } from '@xingtan/contract/problem'
import { readableMinute } from './readable-time.ts'
import { shanghaiDay } from './shanghai-time.ts'
import type { Window } from './window.ts'

/** A new or changed interval of the nation: window of a round, maintenance, or a function switched off. */
export interface IntervalChange extends Window {
  /** What stands there now; null when it is new. */
  readonly existing: Window | null
}

/** Why an interval may not be set; what has begun keeps its beginning, what is over is not written (PLN-1). */
export function refuseInterval({ opensAt, closesAt, existing }: IntervalChange, now: Date): Refusal[] {
  const refusals: Refusal[] = []
  if (closesAt <= opensAt) refusals.push({ code: 'window.ends-before-start', field: 'closesAt' })
  if (closesAt <= now) refusals.push({ code: 'window.already-over', field: 'closesAt' })
  const hasBegun = existing !== null && existing.opensAt <= now
  if (hasBegun && opensAt.getTime() !== existing.opensAt.getTime()) {
    refusals.push({ code: 'window.has-begun', field: 'opensAt' })
  }
  return refusals
}

export interface RoundFacts {
  readonly kind: 'recognition' | 'registration'
  /** The other rounds of the same kind. */
  readonly others: readonly (Window & { readonly name: string })[]
  /** Agencies whose plan ends after the new closing instant. */
  readonly strandedPlans: number
}

/** 定期注册 runs in the second half of the year alone (教资字〔2020〕1号). */
const FIRST_AUTUMN_MONTH = 7

/** What else is asked of the window of a round: half of the year, no overlap with its like, no plan left outside. */
export function refuseRound(window: Window, facts: RoundFacts): Refusal[] {
  const refusals: Refusal[] = []
  const month = Number(shanghaiDay(window.opensAt).slice(5, 7))
  if (facts.kind === 'registration' && month < FIRST_AUTUMN_MONTH) {
    refusals.push({ code: 'window.registration-in-autumn', field: 'opensAt' })
  }
  for (const other of facts.others) {
    if (window.opensAt >= other.closesAt || other.opensAt >= window.closesAt) continue
    refusals.push({ code: 'window.overlaps', field: 'opensAt', values: { name: other.name } })
  }
  if (facts.strandedPlans > 0) {
    const values = { count: facts.strandedPlans, closesAt: readableMinute(window.closesAt) }
    refusals.push({ code: 'window.strands-plans', field: 'closesAt', values })
  }
  return refusals
}

/** An extension order lengthens and never shortens; `closesAt` of the round is the one that holds for the province. */
export function refuseExtension(
  closesAt: Date,
  facts: { readonly currentClosesAt: Date; readonly isNumberUsed: boolean },
  now: Date,
): Refusal[] {
  const refusals: Refusal[] = []
  if (closesAt <= now) refusals.push({ code: 'window.already-over', field: 'closesAt' })
  if (closesAt <= facts.currentClosesAt) {
    const values = { closesAt: readableMinute(facts.currentClosesAt) }
    refusals.push({ code: 'window.extension-not-later', field: 'closesAt', values })
  }
  if (facts.isNumberUsed) refusals.push({ code: 'window.number-used', field: 'number' })
  return refusals
}
