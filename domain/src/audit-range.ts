import type { Refusal } from '@xingtan/contract/problem'

const DAY_MS = 86_400_000
/** Without a beginning an auditor sees the last week. */
const USUAL_DAYS = 7
/** Longer questions are asked in parts. */
const LONGEST_DAYS = 366

export interface AuditRange {
  readonly from: Date
  /** Half-open. */
  readonly to: Date
}

/** The time an auditor asks about; what is left away ends now and begins a week earlier. ADM-5. */
export function auditRangeOf(
  asked: { readonly from?: string | undefined; readonly to?: string | undefined },
  now: Date,
): AuditRange {
  // The event that is being written at this very instant belongs to it.
  const to = asked.to === undefined ? new Date(now.getTime() + 60_000) : new Date(asked.to)
  const from = asked.from === undefined ? new Date(to.getTime() - USUAL_DAYS * DAY_MS) : new Date(asked.from)
  return { from, to }
}

/** Every reason against asking about this time. ADM-5. */
export function refuseAuditRange({ from, to }: AuditRange): Refusal[] {
  if (to <= from) return [{ code: 'audit.range-order', field: 'to' }]
  if (to.getTime() - from.getTime() <= LONGEST_DAYS * DAY_MS) return []
  return [{ code: 'audit.range-too-long', field: 'from', values: { days: LONGEST_DAYS } }]
}
