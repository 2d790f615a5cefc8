import type { OfficeRole } from '@xingtan/contract/office/session'
import type { FilingKind, FilingState } from '@xingtan/contract/office/staff'
import type { Refusal } from '@xingtan/contract/problem'
import { addDays } from './calendar-day.ts'
import { ADMINISTRATOR_ROLES, mayHoldTogether } from './permission.ts'
import { shanghaiInstant } from './shanghai-time.ts'

export interface FilingFacts {
  readonly now: Date
  readonly filedFrom: Date | null
  readonly filedUntil: Date | null
  readonly leftAt: Date | null
  /** State of the newest filing asked for, if there is one. */
  readonly lastFiling: 'waiting' | 'filed' | 'returned' | 'dropped' | null
}

/**
 * Where the 备案 of a person stands: in force from its first instant (included) to its last (excluded), whatever else
 * has been asked for meanwhile. 教资字〔2020〕1号 三(二): users are filed by real name at the province.
 */
export function filingStateOf({ now, filedFrom, filedUntil, leftAt, lastFiling }: FilingFacts): FilingState {
  if (leftAt !== null) return 'left'
  if (filedFrom !== null && (filedUntil === null || now < filedUntil)) return filedFrom <= now ? 'filed' : 'later'
  if (lastFiling === 'waiting') return 'waiting'
  if (filedUntil !== null) return 'expired'
  return lastFiling === 'returned' ? 'returned' : 'waiting'
}

/** Last day a filing may run to: 备案 is renewed every year, at most to the end of the next one (教资字〔2020〕1号 三(二)). */
export function latestFilingDay(today: string): string {
  return `${Number(today.slice(0, 4)) + 1}-12-31`
}

export interface FilingInterval {
  readonly from: Date
  /** Excluded. */
  readonly until: Date
}

export interface FilingWish {
  readonly kind: FilingKind
  readonly now: Date
  readonly today: string
  /** First day, null for at once. */
  readonly fromOn: string | null
  /** Last day, included. */
  readonly untilOn: string
  readonly current: { readonly from: Date | null; readonly until: Date | null }
}

/** A renewal continues a filing in force; a lapsed one begins anew at once, never backwards. */
function filingStart({ kind, now, today, fromOn, current }: FilingWish): Date {
  if (kind === 'renewal' && current.from !== null && current.until !== null && now < current.until) return current.from
  if (kind === 'renewal' || fromOn === null || fromOn === today) return now
  return shanghaiInstant(fromOn, '00:00')
}

/** Why these days cannot be filed; empty means they can. 教资字〔2020〕1号 三(二) with the yearly renewal of the brief. */
export function refuseFilingDays(wish: FilingWish): Refusal[] {
  const { kind, today, fromOn, untilOn, current } = wish
  const refusals: Refusal[] = []
  if (kind === 'first' && fromOn !== null && fromOn < today) {
    refusals.push({ code: 'staff.filing-from-past', field: 'fromOn' })
  }
  const end = shanghaiInstant(addDays(untilOn, 1), '00:00')
  const isShortened = kind === 'renewal' && current.until !== null && end <= current.until
  if (end <= wish.now || end <= filingStart(wish) || isShortened) {
    refusals.push({ code: 'staff.filing-until-early', field: 'untilOn' })
  }
  const latest = latestFilingDay(today)
  if (untilOn > latest) refusals.push({ code: 'staff.filing-until-late', field: 'untilOn', values: { latest } })
  return refusals
}

/** The half-open interval of a filing whose days were not refused. 教资字〔2020〕1号 三(二). */
export function decideFilingInterval(wish: FilingWish): FilingInterval {
  return { from: filingStart(wish), until: shanghaiInstant(addDays(wish.untilOn, 1), '00:00') }
}

/** Who decides a filing, and about whom. */
export interface FilingActor {
  readonly personId: string
  readonly agencyCode: string
}

/**
 * Why this officer does not decide this filing: the agency is another's to file, or the officer proposed it or is the
 * person (S-030: proposer and approver are two). 教资字〔2020〕1号 三(二): 省级教育行政部门实名备案.
 */
export function refuseFiling(
  actor: FilingActor,
  filing: {
    readonly personId: string
    readonly proposedBy: string
    readonly filingAgencyCode: string
    readonly filingAgencyName: string
  },
): Refusal[] {
  if (filing.filingAgencyCode !== actor.agencyCode) {
    return [{ code: 'staff.filing-foreign', values: { agency: filing.filingAgencyName } }]
  }
  const isOwn = filing.personId === actor.personId || filing.proposedBy === actor.personId
  return isOwn ? [{ code: 'staff.filing-own' }] : []
}

export interface Grant {
  readonly actor: FilingActor & { readonly isNation: boolean }
  readonly personId: string
  readonly agencyCode: string
  /** The agency is the actor's own or answers to it. */
  readonly isInScope: boolean
  readonly roles: readonly OfficeRole[]
  /** What the user holds now; empty for a new one. */
  readonly currentRoles: readonly OfficeRole[]
  /** Roles of the person's other enabled accounts, and those delegated to the person. */
  readonly otherRoles: readonly OfficeRole[]
  /** The chosen point and the agency it belongs to; null without one. */
  readonly pointAgencyCode: string | null
}

function isAdministrator(role: OfficeRole): boolean {
  return ADMINISTRATOR_ROLES.includes(role)
}

/**
 * Every reason why these roles may not be given: outside the own tree (S-031), to oneself (S-030), an administrator not
 * named from above or not alone with the role over all accounts of the person (S-041), a confirm user without a point.
 * 等保 2.0 三权分立 (GB/T 22239-2019 8.1.5); 教资字〔2020〕1号 三(二).
 */
export function refuseGrant(grant: Grant): Refusal[] {
  const { actor, roles, pointAgencyCode } = grant
  const refusals: Refusal[] = []
  if (!grant.isInScope) refusals.push({ code: 'staff.outside-scope', field: 'agencyCode' })
  if (grant.personId === actor.personId) refusals.push({ code: 'staff.own-roles' })
  if (
    [...roles, ...grant.currentRoles].some(isAdministrator) &&
    grant.agencyCode === actor.agencyCode &&
    !actor.isNation
  ) {
    refusals.push({ code: 'staff.administrator-from-above', field: 'roles' })
  }
  if (!mayHoldTogether([...new Set([...roles, ...grant.otherRoles])])) {
    refusals.push({ code: 'staff.roles-exclusive', field: 'roles' })
  }
  if (roles.includes('confirm') && pointAgencyCode === null) {
    refusals.push({ code: 'staff.point-needed', field: 'pointId' })
  }
  if (pointAgencyCode !== null && pointAgencyCode !== grant.agencyCode) {
    refusals.push({ code: 'staff.point-foreign', field: 'pointId' })
  }
  return refusals
}

/**
 * Why this officer may not give a key or a code to a user: whoever holds both is that user, so nobody does it for
 * oneself, nor for an administrator beside oneself (S-030, S-041). 等保 2.0 三权分立 (GB/T 22239-2019 8.1.5).
 */
export function refuseCredential(
  actor: Grant['actor'],
  user: { readonly personId: string; readonly agencyCode: string; readonly roles: readonly OfficeRole[] },
): Refusal[] {
  const isBeside = user.agencyCode === actor.agencyCode && !actor.isNation
  return [
    ...(user.personId === actor.personId ? [{ code: 'staff.own-key' as const }] : []),
    ...(isBeside && user.roles.some(isAdministrator) ? [{ code: 'staff.administrator-from-above' as const }] : []),
  ]
}

/** Roles a person may hand to a colleague: the own ones but user management and the three administrators (S-041, S-043). */
export function listDelegableRoles(roles: readonly OfficeRole[]): OfficeRole[] {
  return roles.filter((role) => role !== 'users' && !isAdministrator(role))
}

interface DelegationSide {
  readonly personId: string
  readonly agencyCode: string
  readonly pointId: string | null
}

export interface DelegationWish {
  readonly now: Date
  readonly startsAt: Date
  readonly endsAt: Date
  readonly roles: readonly OfficeRole[]
  /** The giver with the roles that are the giver's own: what was delegated is not handed on. */
  readonly from: DelegationSide & { readonly ownRoles: readonly OfficeRole[] }
  /** Undefined when there is no such user. */
  readonly to:
    | (DelegationSide & { readonly isAdmitted: boolean; readonly personRoles: readonly OfficeRole[] })
    | undefined
}

/**
 * Every reason why roles may not be delegated so: half-open interval that is not over, own roles only, a filed colleague
 * of the same agency and point who is no administrator (S-041, S-043).
 */
export function refuseDelegation(wish: DelegationWish): Refusal[] {
  const { from, to } = wish
  const refusals: Refusal[] = []
  if (wish.endsAt <= wish.startsAt || wish.endsAt <= wish.now) {
    refusals.push({ code: 'staff.delegation-interval', field: 'endsAt' })
  }
  const delegable = listDelegableRoles(from.ownRoles)
  if (wish.roles.length === 0 || !wish.roles.every((role) => delegable.includes(role))) {
    refusals.push({ code: 'staff.delegation-roles', field: 'roles' })
  }
  if (to !== undefined && to.personId === from.personId) {
    return [...refusals, { code: 'staff.delegation-own', field: 'toUserId' }]
  }
  const isColleague = to !== undefined && to.agencyCode === from.agencyCode && to.pointId === from.pointId
  if (!isColleague || !to.isAdmitted || to.personRoles.some(isAdministrator)) {
    refusals.push({ code: 'staff.delegation-person', field: 'toUserId' })
  }
  return refusals
}
