import type { AuditFilter } from '@xingtan/contract/office/audit'
import { auditRangeOf, refuseAuditRange } from '@xingtan/domain/audit-range'
import { throwIfRefused } from '../../platform/problem.ts'
import type { AuditQuestion } from './sql-search.ts'

/** The question of an auditor with its time filled in; stops when the time is no good. */
export function toQuestion(filter: AuditFilter, now: Date, before: number | null): AuditQuestion {
  const range = auditRangeOf(filter, now)
  throwIfRefused(refuseAuditRange(range))
  return {
    from: range.from.toISOString(),
    to: range.to.toISOString(),
    actor: filter.actor ?? null,
    agency: filter.agencyCode ?? null,
    event: filter.event ?? null,
    object: filter.object ?? null,
    outcome: filter.outcome ?? null,
    before,
  }
}

/** What is kept of a question in its own event: codes and ids, and how much came back (S-145). */
export function toDetail(question: AuditQuestion, found: number): Record<string, unknown> {
  const asked = Object.entries(question).filter(([, value]) => value !== null)
  return { ...Object.fromEntries(asked), found }
}
