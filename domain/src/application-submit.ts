import type { Refusal } from '@xingtan/contract/problem'
import type { PolicyValues } from '@xingtan/contract/policy'
import { defectsOf } from './application-defect.ts'
import type { DraftFacts } from './application-draft.ts'
import { type EarlierApplication, findNextRecognitionDay } from './recognition-year.ts'

/** What beside the draft decides about handing it in. */
export interface SubmitFacts extends DraftFacts {
  readonly window: { readonly isOpen: boolean; readonly isMaintenance: boolean; readonly sentence: string }
  /** 报名号 of another live application of this person in the round. */
  readonly liveRegistrationNumber: string | null
  /** Earlier applications beside the one that is being amended. */
  readonly history: readonly EarlierApplication[]
  readonly countOn: PolicyValues['application.count-on']
  readonly countOnSource: string
}

/**
 * The refusal of a person whom the 限制库 bars; `barredUntil` is the last barred day, null for life.
 * 教师法 art. 14; 教师资格条例 art. 18 to 20.
 */
export function refuseBarred(barredUntil: string | null): Refusal[] {
  const until = barredUntil === null ? '终身' : `限制期至 ${barredUntil}`
  return [
    {
      code: 'application.barred',
      values: { until },
      basis: '《中华人民共和国教师法》第十四条；《教师资格条例》第十八条至第二十条',
    },
  ]
}

function refuseWindow({ window }: SubmitFacts): Refusal[] {
  if (window.isOpen) return []
  const code = window.isMaintenance ? 'application.maintenance' : 'application.window-closed'
  return [{ code, values: { sentence: window.sentence } }]
}

/**
 * Reasons this draft cannot be handed in on this day, all at once; empty means it can. Window on database time (S-075),
 * one live application per person and round, one recognition a year (APP-12), then every step (S-055).
 */
export function refuseSubmit(facts: SubmitFacts, day: string): Refusal[] {
  const { liveRegistrationNumber, history, countOn, countOnSource } = facts
  const nextOn = findNextRecognitionDay(history, day, countOn)
  return [
    ...refuseWindow(facts),
    ...(liveRegistrationNumber === null
      ? []
      : [{ code: 'application.already-live' as const, values: { registrationNumber: liveRegistrationNumber } }]),
    ...(nextOn === undefined
      ? []
      : [{ code: 'application.year-used' as const, values: { nextOn }, basis: countOnSource }]),
    ...defectsOf(facts, day).map(({ step, field, ...refusal }) => ({
      ...refusal,
      field: field === undefined ? step : `${step}.${field}`,
    })),
  ]
}
