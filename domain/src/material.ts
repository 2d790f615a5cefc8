import type { MaterialState } from '@xingtan/contract/material'
import type { OnlineDesk } from '@xingtan/contract/policy-online'
import type { Refusal } from '@xingtan/contract/problem'
import type { CaseMaterial } from './application-material.ts'
import type { ChosenReason } from './case-reason.ts'

/** A material of a case with its live file, as far as rules need it. */
export interface MaterialItem {
  readonly code: string
  readonly name: string
  readonly state: MaterialState
}

type Rule = Pick<OnlineDesk, 'notUploaded' | 'seenAtPoint'>

/**
 * The materials asked of this person as files: needed by the case, not proven electronically, not shown on the screen
 * and not to be seen at the point; a medical conclusion on record asks for no report (APP-14, 教资字〔2020〕1号 art. 1(1)).
 */
export function listUploads(materials: readonly CaseMaterial[], rule: Rule, hasMedical: boolean): CaseMaterial[] {
  return materials.filter(
    ({ code, needed }) =>
      needed &&
      !rule.notUploaded.includes(code) &&
      !rule.seenAtPoint.includes(code) &&
      !(code === 'medical-report' && hasMedical),
  )
}

/** Whether a new file may take this place: not while the desk looks at one, not after it was accepted (APP-11). */
export function mayUpload(state: MaterialState): boolean {
  return state === 'missing' || state === 'uploaded' || state === 'rejected'
}

/** Reasons why the materials cannot be handed in yet, all at once (APP-10, APP-11; 行政许可法 art. 32). */
export function refuseHandIn(items: readonly MaterialItem[]): Refusal[] {
  const defects = items.flatMap(({ code, name, state }): Refusal[] => {
    if (state === 'missing') return [{ code: 'material.missing', values: { name }, field: code }]
    return state === 'rejected' ? [{ code: 'material.still-rejected', values: { name }, field: code }] : []
  })
  if (defects.length > 0) return defects
  return items.some(({ state }) => state === 'uploaded') ? [] : [{ code: 'material.nothing-new' }]
}

/** The reason of the catalogue for a material that never came. */
export const NOT_UPLOADED = 'not-uploaded'

/** What is asked for again: rejected items and those that are missing. */
export function listDefects(items: readonly MaterialItem[]): MaterialItem[] {
  return items.filter(({ state }) => state === 'rejected' || state === 'missing')
}

/**
 * Reasons why the list of defects cannot go out: everything handed in has to be judged before, so that the person hears
 * everything at one time; and there has to be something to put right. 行政许可法 art. 32(4).
 */
export function refuseSupplement(items: readonly MaterialItem[], note: string | null): Refusal[] {
  const unjudged = items.filter(({ state }) => state === 'handed-in')
  if (unjudged.length > 0) {
    return unjudged.map(({ name, code }) => ({ code: 'material.unjudged', values: { name }, field: code }))
  }
  const hasNote = note !== null && note !== ''
  return listDefects(items).length > 0 || hasNote ? [] : [{ code: 'material.no-defect', field: 'note' }]
}

/** Reasons of one judgement: rejected with at least one reason of the catalogue, accepted with none. */
export function refuseJudgement(
  judgement: { readonly accepted: boolean; readonly reasons: readonly ChosenReason[] },
  catalogue: OnlineDesk['reasons'],
  name: string,
): Refusal[] {
  const codes = judgement.reasons.map(({ code }) => code)
  if (judgement.accepted) return codes.length === 0 ? [] : [{ code: 'material.reason-surplus', values: { name } }]
  if (codes.length === 0) return [{ code: 'material.reason-needed', values: { name } }]
  const known = new Set(catalogue.map(({ code }) => code))
  if (codes.some((code) => !known.has(code))) return [{ code: 'case.reason-unknown' }]
  return new Set(codes).size === codes.length ? [] : [{ code: 'case.reason-repeated' }]
}

export interface GrantedTime {
  readonly dueOn: string
  readonly dueReason: string | null
  /** The day the rule of the agency gives. */
  readonly proposedOn: string
  /** Last day of the confirmation; afterwards nobody can confirm. */
  readonly windowEndsOn: string | null
}

/** Reasons why this time cannot be granted. Days are legal, Asia/Shanghai (domain §9.1). */
export function refuseGrantedTime({ dueOn, dueReason, proposedOn, windowEndsOn }: GrantedTime, day: string): Refusal[] {
  const field = 'dueOn'
  if (dueOn <= day) return [{ code: 'material.due-past', field }]
  if (windowEndsOn !== null && dueOn > windowEndsOn) {
    return [{ code: 'material.due-after-window', field, values: { day: windowEndsOn } }]
  }
  const hasReason = dueReason !== null && dueReason !== ''
  return dueOn === proposedOn || hasReason ? [] : [{ code: 'material.due-reason-needed', field: 'dueReason' }]
}

/** Whether granted time still runs on this day: through the whole of its last day. */
export function isTimeRunning(dueOn: string | null, day: string): boolean {
  return dueOn !== null && day <= dueOn
}

/**
 * While granted time runs, 确认未通过 may not be given for materials that are not complete; afterwards an officer
 * decides, never the machine. 行政许可法 art. 32(4).
 */
export function refuseEarlyRefusal(reasons: readonly ChosenReason[], dueOn: string | null, day: string): Refusal[] {
  const isAboutMaterials = reasons.some(({ code }) => code === 'materials-incomplete' || code === 'no-show')
  if (!isAboutMaterials || dueOn === null || !isTimeRunning(dueOn, day)) return []
  return [{ code: 'confirmation.time-running', values: { day: dueOn } }]
}
