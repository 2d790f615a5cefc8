import type { DocumentType } from '@xingtan/contract/document'
import type { Refusal } from '@xingtan/contract/problem'
import type { RestrictionKind } from '@xingtan/contract/restriction-kind'
import { addDays } from './calendar-day.ts'
import { parsePersonDocument } from './person-identity.ts'
import { foldNameForMatching, parsePersonName } from './person-name.ts'
import { lastBarredDay } from './restriction.ts'

/** An entry of the 限制库 as an officer types it; days are `YYYY-MM-DD` in Asia/Shanghai. */
export interface TypedEntry {
  readonly name: string
  readonly documentType: DocumentType
  readonly documentNumber: string
  readonly kind: RestrictionKind
  readonly decidedOn: string
  /** Last barred day as the decision states it; `null` where it states none. */
  readonly endsOn: string | null
  readonly lateReason: string | null
}

/** Kinds whose length the law itself fixes (教师法 art. 14; 教师资格条例 art. 19). */
const FIXED_BY_LAW: ReadonlySet<RestrictionKind> = new Set(['lost', 'revoked-fraud', 'revoked-conduct'])

/** Last barred day of an entry, `null` for life: by law where it fixes the length, else as the decision says. */
export function lastDayOf(entry: Pick<TypedEntry, 'kind' | 'decidedOn' | 'endsOn'>): string | null {
  const facts = { id: '', state: 'pending' } as const
  const { kind, decidedOn, endsOn } = entry
  if (kind === 'lost') return null
  if (kind === 'revoked-fraud' || kind === 'revoked-conduct') return lastBarredDay({ ...facts, kind, decidedOn })
  return lastBarredDay({ ...facts, kind, lastBarredDay: endsOn })
}

function refuseEnd({ kind, decidedOn, endsOn }: TypedEntry): Refusal[] {
  const field = 'endsOn'
  if (FIXED_BY_LAW.has(kind)) return endsOn === null ? [] : [{ code: 'restriction.end-fixed-by-law', field }]
  if (endsOn === null) return kind === 'exam-cheat' ? [{ code: 'restriction.end-needed', field }] : []
  return endsOn < decidedOn ? [{ code: 'restriction.end-before-decision', field }] : []
}

/**
 * Everything wrong with a typed entry at once: number by its check digit, name, days, and the reason for coming later
 * than `entryDays` calendar days after the decision. 甘肃省教育厅 2021 年教师资格制度实施通知 二(二): key fields are checked before saving.
 */
export function refuseEntry(entry: TypedEntry, today: string, entryDays: number): Refusal[] {
  const isLate = addDays(entry.decidedOn, entryDays) < today
  return [
    ...(parsePersonName(entry.name).kind === 'ok' ? [] : [{ code: 'restriction.name-wrong' as const, field: 'name' }]),
    ...(parsePersonDocument(entry.documentType, entry.documentNumber).kind === 'ok'
      ? []
      : [{ code: 'restriction.number-wrong' as const, field: 'documentNumber' }]),
    ...(entry.decidedOn > today ? [{ code: 'restriction.decided-in-future' as const, field: 'decidedOn' }] : []),
    ...refuseEnd(entry),
    ...(isLate && entry.lateReason === null
      ? [{ code: 'restriction.late-reason-needed' as const, field: 'lateReason', values: { days: entryDays } }]
      : []),
  ]
}

/** Whether the name typed is the one the number was proven under here; `unknown` when nobody has proven the number. */
export function checkName(typed: string, proven: readonly string[]): 'same' | 'different' | 'unknown' {
  if (proven.length === 0) return 'unknown'
  const key = foldNameForMatching(typed)
  return proven.some((name) => foldNameForMatching(name) === key) ? 'same' : 'different'
}

/** What may be done with an entry, by its state: the one table of server, page and tests. */
export const RESTRICTION_ACTIONS = {
  pending: ['review'],
  effective: ['correct', 'release'],
  returned: [],
  void: [],
  done: [],
} as const satisfies Readonly<Record<string, readonly ('review' | 'correct' | 'release')[]>>

export interface EntryScope {
  readonly state: keyof typeof RESTRICTION_ACTIONS
  readonly enteredBy: string
  readonly agencyCode: string
  readonly agencyName: string
  readonly reviewAgencyCode: string
  readonly reviewAgencyName: string
  readonly isBeingCorrected: boolean
}

export interface EntryOfficer {
  readonly personId: string
  readonly agencyCode: string
}

/**
 * Why an officer may not do this with the entry; empty when they may. The level above reviews, by another person than the
 * one who entered it; corrections begin at the agency that entered it (S-074).
 */
export function refuseEntryAct(
  action: 'review' | 'correct' | 'release',
  entry: EntryScope,
  officer: EntryOfficer,
): Refusal[] {
  if (!RESTRICTION_ACTIONS[entry.state].some((one) => one === action)) {
    return [{ code: action === 'review' ? 'restriction.not-pending' : 'restriction.not-in-force' }]
  }
  if (action !== 'review') {
    if (entry.agencyCode !== officer.agencyCode) {
      return [{ code: 'restriction.own-agency-only', values: { agency: entry.agencyName } }]
    }
    return entry.isBeingCorrected ? [{ code: 'restriction.not-in-force' }] : []
  }
  if (entry.reviewAgencyCode !== officer.agencyCode) {
    return [{ code: 'restriction.other-level', values: { agency: entry.reviewAgencyName } }]
  }
  return entry.enteredBy === officer.personId ? [{ code: 'restriction.same-person' }] : []
}

/** Wrong entries of an agency in one calendar year from which it is warned (甘肃 2021 二(二): 两次以上). */
export const ERRORS_UNTIL_WARNING = 2
