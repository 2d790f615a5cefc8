import type { AuditRow } from '@xingtan/contract/office/audit'
import type { FoundEvent } from './sql-search.ts'

/** An event as a line of the auditor's list. */
export function toAuditRow(found: FoundEvent): AuditRow {
  const { number, event, outcome, actorKind, actorName, agencyName, objectKind, objectId } = found
  return {
    eventId: found.id,
    number,
    at: found.at.toISOString(),
    event,
    outcome,
    actorKind,
    actorName,
    agencyName,
    objectKind,
    objectId,
  }
}
