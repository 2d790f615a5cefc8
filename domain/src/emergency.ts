import type { EmergencyState } from '@xingtan/contract/office/emergency'
import type { Refusal } from '@xingtan/contract/problem'

/** How long an opened account may be used, and how long an opening that was asked for waits for the second person (S-042). */
export const EMERGENCY_MINUTES = 60

export interface EmergencyFacts {
  readonly now: Date
  /** Null: there is no account. */
  readonly sealedAt: Date | null
  /** The newest opening. */
  readonly last: {
    readonly askedAt: Date
    readonly openedAt: Date | null
    readonly closesAt: Date | null
    readonly closedAt: Date | null
  } | null
}

/** Where an emergency account stands; half-open: at the sixtieth minute it is shut (S-042; GB/T 22239-2019 8.1.5). */
export function emergencyStateOf({ now, sealedAt, last }: EmergencyFacts): EmergencyState {
  if (sealedAt === null) return 'none'
  if (last === null) return 'sealed'
  if (last.openedAt === null) {
    return last.closedAt === null && isAskRunning(last.askedAt, now) ? 'asked' : 'sealed'
  }
  if (last.closedAt === null && last.closesAt !== null && now < last.closesAt) return 'open'
  return last.openedAt >= sealedAt ? 'used' : 'sealed'
}

/** Whether an opening that was asked for may still be agreed to (S-042). */
export function isAskRunning(askedAt: Date, now: Date): boolean {
  return now.getTime() - askedAt.getTime() < EMERGENCY_MINUTES * 60_000
}

/** Why an opening cannot be asked for (S-042): sealed since it was used last, and nothing under way. */
export function refuseEmergencyAsk(state: EmergencyState): Refusal[] {
  if (state === 'none') return [{ code: 'emergency.none' }]
  if (state === 'used') return [{ code: 'emergency.not-sealed' }]
  return state === 'sealed' ? [] : [{ code: 'emergency.pending' }]
}

interface Party {
  readonly personId: string
  readonly role: 'system' | 'security'
}

/** Why this officer is not the second person: another person in the other office (S-042; 等保 2.0 三权分立). */
export function refuseEmergencyApproval(asked: Party, second: Party): Refusal[] {
  if (asked.personId === second.personId) return [{ code: 'emergency.same-person' }]
  return asked.role === second.role ? [{ code: 'emergency.same-role' }] : []
}
