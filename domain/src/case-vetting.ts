import type { Refusal } from '@xingtan/contract/problem'
import { daysBetween } from './calendar-day.ts'
import { shanghaiDay } from './shanghai-time.ts'

export type VettingKind = 'crime' | 'offence'

export const VETTING_TITLES: Readonly<Record<VettingKind, string>> = {
  crime: '无犯罪记录核查',
  offence: '性侵违法犯罪信息查询',
}

/** The latest check of one kind of a case. */
export interface VettingRecord {
  readonly state: 'requested' | 'clear' | 'hit' | 'error' | 'purged'
  readonly answeredAt: Date | null
  /** Last day of a proof on paper; answers of the exchange age by the policy alone. */
  readonly validUntil?: string | null
}

/** `purged`: the case is long concluded and only the instants of the check remain (S-129). */
export type VettingStanding = 'not-requested' | 'requested' | 'clear' | 'hit' | 'error' | 'stale' | 'purged'

/**
 * Where a check stands on a day. A clear answer is good for `maxAgeDays` after the day it came (S-155); an answer of the
 * future proves nothing, nor does a paper after its last day. 教师资格认定 requires the check before the conclusion (DEC-1).
 */
export function vettingStandingOf(record: VettingRecord | undefined, maxAgeDays: number, now: Date): VettingStanding {
  if (record === undefined) return 'not-requested'
  if (record.state !== 'clear') return record.state
  if (record.answeredAt === null || record.answeredAt > now) return 'requested'
  if (typeof record.validUntil === 'string' && shanghaiDay(now) > record.validUntil) return 'stale'
  return daysBetween(shanghaiDay(record.answeredAt), shanghaiDay(now)) > maxAgeDays ? 'stale' : 'clear'
}

/** Whether a check may (again) be asked for: never while one is running, and not while a clear answer is fresh. */
export function mayRequestVetting(standing: VettingStanding): boolean {
  return standing !== 'requested' && standing !== 'clear'
}

/** What keeps a case from being recognised as far as one check goes; the sentence never tells what was found (S-131). */
export function refuseVetting(kind: VettingKind, standing: VettingStanding, maxAgeDays: number): Refusal[] {
  const values = { title: VETTING_TITLES[kind], days: maxAgeDays }
  switch (standing) {
    case 'clear':
      return []
    case 'not-requested':
    case 'purged':
      return [{ code: 'decision.vetting-missing', values }]
    case 'requested':
      return [{ code: 'decision.vetting-waiting', values }]
    case 'error':
      return [{ code: 'decision.vetting-error', values }]
    case 'stale':
      return [{ code: 'decision.vetting-stale', values }]
    case 'hit':
      return [{ code: 'decision.vetting-attention', values }]
  }
}
