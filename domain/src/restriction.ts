import { addDays, isCalendarDay } from './calendar-day.ts'

interface EntryFacts {
  readonly id: string
  /** `pending`: entered but not yet reviewed by the city; `lifted`: corrected or withdrawn. */
  readonly state: 'pending' | 'effective' | 'lifted'
}

/** One entry of the 限制库. Days are legal days in Asia/Shanghai. */
export type RestrictionEntry = EntryFacts &
  (
    | {
        /** 丧失: 教师法 art. 14, for life. */
        readonly kind: 'lost'
      }
    | {
        /** 撤销 for fraud or for conduct: 教师资格条例 art. 19, five years from the day of the decision. */
        readonly kind: 'revoked-fraud' | 'revoked-conduct'
        readonly decidedOn: string
      }
    | {
        /**
         * 考试作弊 (条例 art. 20, 国家教育考试违规处理办法), 吊销 and 从业禁止 (学前教育法 art. 80, 刑法 art. 37-1): as long as the
         * decision says; the last barred day, `null` for life.
         */
        readonly kind: 'exam-cheat' | 'licence-revoked' | 'work-ban'
        readonly lastBarredDay: string | null
      }
  )

export type BarAnswer =
  | { readonly kind: 'clear' }
  /** Nobody is refused on a pending entry, but no conclusion may be drawn before it is reviewed. */
  | { readonly kind: 'held'; readonly entries: readonly RestrictionEntry[] }
  | {
      readonly kind: 'barred'
      readonly entries: readonly RestrictionEntry[]
      /** First day on which no effective entry bars any more; `null` for life. */
      readonly firstAllowedDay: string | null
    }

const REVOCATION_YEARS = 5

/** Same month and day `years` later; the last day of the month where that day does not exist (民法典 art. 202). */
function anniversary(day: string, years: number): string {
  const same = `${Number(day.slice(0, 4)) + years}${day.slice(4)}`
  return isCalendarDay(same) ? same : `${same.slice(0, 8)}28`
}

/**
 * The last day on which an entry bars, `null` for life. Five years run from the day after the decision and end on the
 * anniversary (民法典 art. 201 and 202), so a revocation of 2021-03-10 bars through 2026-03-10 (case 10).
 * 教师法 art. 14; 教师资格条例 art. 19 and 20.
 */
export function lastBarredDay(entry: RestrictionEntry): string | null {
  switch (entry.kind) {
    case 'lost':
      return null
    case 'revoked-fraud':
    case 'revoked-conduct':
      return anniversary(entry.decidedOn, REVOCATION_YEARS)
    default:
      return entry.lastBarredDay
  }
}

/** Whether an entry, once effective, bars on the day. */
function bars(entry: RestrictionEntry, day: string): boolean {
  const last = lastBarredDay(entry)
  return last === null || day <= last
}

/**
 * What the 限制库 says about a person on a day; asked at start, at submit, at the conclusion and at numbering (APP-12).
 * `entries` are those found under every document of the person. 教师法 art. 14; 教师资格条例 art. 18 to 20.
 */
export function decideBar(entries: readonly RestrictionEntry[], day: string): BarAnswer {
  const inForce = entries.filter((entry) => bars(entry, day))
  const barring = inForce.filter((entry) => entry.state === 'effective')
  if (barring.length > 0) {
    const lastDays = barring.map(lastBarredDay).filter((last) => last !== null)
    const isForLife = lastDays.length < barring.length
    const latest = lastDays.reduce((one, other) => (one > other ? one : other), day)
    return { kind: 'barred', entries: barring, firstAllowedDay: isForLife ? null : addDays(latest, 1) }
  }
  const pending = inForce.filter((entry) => entry.state === 'pending')
  return pending.length > 0 ? { kind: 'held', entries: pending } : { kind: 'clear' }
}

/** Whether an effective entry bars the person on the day. See `decideBar` for pending entries and the first free day. */
export function isBarred(entries: readonly RestrictionEntry[], day: string): boolean {
  return decideBar(entries, day).kind === 'barred'
}
