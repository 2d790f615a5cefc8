import type { Refusal } from '@xingtan/contract/problem'
import { QUALIFICATION_TITLES, type QualificationType } from '@xingtan/contract/qualification'

/** A power and the days it is held on, half-open. */
export interface HeldPower {
  readonly qualificationType: QualificationType
  readonly heldFrom: string
  readonly heldTo: string | null
}

/** Whether the power is held on a day: from its first day on, no longer on its last. 教师资格条例 art. 13. */
export function isHeldOn({ heldFrom, heldTo }: Omit<HeldPower, 'qualificationType'>, day: string): boolean {
  return heldFrom <= day && (heldTo === null || day < heldTo)
}

/**
 * Reasons why an agency cannot be given this power from that day on: never backwards, and never twice on one day.
 * 教师资格条例 art. 13; domain §2.2.
 */
export function refuseGrant(
  held: readonly HeldPower[],
  wanted: Pick<HeldPower, 'qualificationType' | 'heldFrom'>,
  today: string,
): Refusal[] {
  const refusals: Refusal[] = []
  if (wanted.heldFrom < today) {
    refusals.push({ code: 'agency.power-backdated', field: 'heldFrom', values: { today } })
  }
  const overlaps = held.some(
    ({ qualificationType, heldTo }) =>
      qualificationType === wanted.qualificationType && (heldTo === null || heldTo > wanted.heldFrom),
  )
  if (overlaps) refusals.push({ code: 'agency.power-held', field: 'heldFrom' })
  return refusals
}

/** Reasons why a power cannot end on that day: it has ended, has not begun by then, or the day is past. */
export function refuseEnd(power: HeldPower, heldTo: string, today: string): Refusal[] {
  const refusals: Refusal[] = []
  if (heldTo < today) refusals.push({ code: 'agency.power-backdated', field: 'heldTo', values: { today } })
  const isOver = power.heldTo !== null && power.heldTo <= today
  if (isOver || heldTo <= power.heldFrom) {
    refusals.push({ code: 'agency.power-over', field: 'heldTo', values: { day: power.heldTo ?? power.heldFrom } })
  }
  return refusals
}

/** An agency as a reorganisation looks at it. */
export interface SucceedingAgency {
  readonly code: string
  readonly name: string
  readonly level: string
  readonly status: 'active' | 'succeeded'
  readonly types: readonly QualificationType[]
}

/** What a reorganisation is judged by. */
export interface SuccessionFacts {
  readonly old: SucceedingAgency
  readonly heir: SucceedingAgency
  /** Agencies under the old one that still stand. */
  readonly belowCount: number
  /** An order for the old agency stands already. */
  readonly isOrdered: boolean
  /** An order stands by which the heir itself ends. */
  readonly heirEnds: boolean
}

/**
 * Reasons why `heir` cannot take the place of `old`: two agencies that both stand, nothing left under the old one, and
 * every power of the old one held by the heir, or applicants of the place would have nobody (ADM-2, domain §2.2).
 */
export function refuseSuccession({ old, heir, belowCount, isOrdered, heirEnds }: SuccessionFacts): Refusal[] {
  if (old.code === heir.code) return [{ code: 'succession.same-agency', field: 'newCode' }]
  const refusals: Refusal[] = []
  if (old.level === 'nation' || heir.level === 'nation') {
    refusals.push({ code: 'succession.nation', field: 'newCode' })
  }
  for (const { status, name } of [old, heir]) {
    if (status === 'succeeded') refusals.push({ code: 'agency.ended', values: { name } })
  }
  if (isOrdered) refusals.push({ code: 'succession.ordered-already' })
  if (heirEnds) refusals.push({ code: 'succession.successor-ends', field: 'newCode' })
  if (belowCount > 0) refusals.push({ code: 'succession.has-below', values: { count: belowCount } })
  const missing = listMissingTypes(old, heir)
  if (missing.length > 0) {
    const types = missing.map((type) => QUALIFICATION_TITLES[type]).join('、')
    refusals.push({ code: 'succession.successor-lacks-power', field: 'newCode', values: { types } })
  }
  return refusals
}

/** Types the old agency recognises and the heir does not. Domain §2.2. */
export function listMissingTypes(
  old: Pick<SucceedingAgency, 'types'>,
  heir: Pick<SucceedingAgency, 'types'>,
): QualificationType[] {
  return old.types.filter((type) => !heir.types.includes(type))
}

/** The lowest of the 999 codes of a province that was never given; undefined when none is left. Domain §11.1. */
export function nextAgencyCode(province: string, given: readonly string[]): string | undefined {
  const used = new Set(given)
  for (let number = 1; number <= 999; number += 1) {
    const code = `${province}${String(number).padStart(3, '0')}`
    if (!used.has(code)) return code
  }
  return undefined
}
