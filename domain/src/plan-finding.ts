import type { PolicyValues } from '@xingtan/contract/policy'
import type { ProblemCode, Refusal } from '@xingtan/contract/problem'
import type { PlanDraft } from './plan.ts'
import type { Closure, Window } from './window.ts'
import type { Calendar } from './working-day.ts'

export type PlanCode = Extract<ProblemCode, `plan.${string}`>

/** What is wrong with a plan: the sentence's values, the part it concerns, and the rule behind it. */
export interface PlanFinding extends Refusal {
  readonly code: PlanCode
  /** Path into the plan, for example `phases.0`. */
  readonly field: string
  /** `warn` may be handed in with a justification that the level above approves; `block` may not. */
  readonly severity: 'block' | 'warn'
  /** 暂定: rests on days whose 调休 notice is not published yet. */
  readonly provisional: boolean
  readonly basis: string
}

interface Rule<Value> {
  readonly value: Value
  readonly source: string
}

/** What the level above allows. Of the nation: its windows, lengthened for the province where an order says so. */
export interface PlanParent {
  readonly level: 'nation' | 'province'
  readonly network: readonly Window[]
  readonly confirm: readonly Window[]
  readonly announceBy: string | null
  readonly completeBy: string | null
}

export interface PointFacts {
  readonly name: string
  readonly isActive: boolean
  readonly hasStaff: boolean
  readonly hasHours: boolean
  /** Confirm users of the point without a valid training (PLN-7). */
  readonly untrained: readonly string[]
}

/** Everything a plan is judged against. */
export interface PlanFacts {
  readonly level: 'province' | 'agency'
  readonly parent: PlanParent
  readonly closures: readonly Closure[]
  readonly calendar: Calendar
  readonly minimums: Rule<PolicyValues['plan.minimums']>
  readonly rules: Rule<PolicyValues['plan.rules']>
  /** Rounds of the year in which this agency has a plan, this one included. */
  readonly roundsInYear: number
  readonly points: ReadonlyMap<string, PointFacts>
  /** The province's notices to applicants and teachers are filed upward. */
  readonly noticeFiled: boolean
  /** The agency's 实施方案 is filed with the province. */
  readonly schemeFiled: boolean
  /** Hospitals of the filed 实施方案; where there are any, they count instead of those of the plan. */
  readonly filedHospitals: readonly { readonly name: string; readonly perDay: number }[]
  /** This year's training is on record. */
  readonly trainingDone: boolean
}

export interface Question {
  readonly draft: PlanDraft
  readonly facts: PlanFacts
}

export const NESTING_BASIS = '教资字〔2020〕1号第三条第（一）项；教办师〔2020〕81号第三条第（二）项'
