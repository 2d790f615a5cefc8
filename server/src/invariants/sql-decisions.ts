import type { SqlCheck } from './invariant.ts'

const PASSED = `from decisions d join applications a on a.id = d.application_id where d.conclusion = 'passed'`

/** Vetting of one kind that the decision names: of this case, clear, and answered before it. */
function vetted(column: string, kind: string): string {
  return `exists (select 1 from vetting_requests v where v.id = d.${column} and v.application_id = d.application_id
    and v.kind = '${kind}' and v.state = 'clear' and v.answered_at <= d.decided_at)`
}

function filed(person: string, instant: string): string {
  return `exists (select 1 from staff_people p where p.id = ${person} and p.filed_from <= ${instant} and p.filed_until > ${instant})`
}

/** What conclusions rest on (I-07 as far as rows say it, I-10). */
export const DECISION_CHECKS: readonly SqlCheck[] = [
  {
    id: 'I-07',
    // A conclusion that was taken back stands beside the one that replaced it.
    sql: `select 'audit events of ' || d.application_id || ': ' || n.count || ' of ' || d.count
          from (select application_id, conclusion, count(*) from decisions group by application_id, conclusion) d,
            lateral (select count(*) from audit_events e where e.object_kind = 'application'
              and e.object_id = d.application_id::text and e.outcome = 'done'
              and e.detail ->> 'conclusion' = d.conclusion) n
          where n.count <> d.count`,
  },
  {
    id: 'I-07',
    sql: `select 'audit event without decision: ' || e.id from audit_events e
          where e.object_kind = 'application' and e.outcome = 'done' and e.detail ? 'conclusion'
            and not exists (select 1 from decisions d where d.application_id::text = e.object_id
              and d.conclusion = e.detail ->> 'conclusion')`,
  },
  {
    id: 'I-10',
    sql: `select 'conclusion without decision or the reverse: ' || a.id
          from applications a left join decisions d on d.application_id = a.id and d.superseded_at is null
          where a.conclusion is distinct from d.conclusion or a.concluded_at is distinct from d.decided_at`,
  },
  {
    id: 'I-10',
    sql: `select 'vetting: ' || d.application_id ${PASSED}
          and not (${vetted('crime_request_id', 'crime')} and ${vetted('offence_request_id', 'offence')})`,
  },
  {
    id: 'I-10',
    sql: `select 'bar check at conclusion: ' || d.application_id ${PASSED}
          and not exists (select 1 from restriction_checks r where r.id = d.restriction_check_id
            and r.application_id = d.application_id and r.account_id = a.account_id
            and r.moment = 'conclusion' and r.outcome = 'clear' and r.checked_at <= d.decided_at)`,
  },
  {
    id: 'I-10',
    sql: `select 'bar check at numbering: ' || c.application_id from certificates c
          where not exists (select 1 from restriction_checks r where r.id = c.restriction_check_id
            and r.application_id = c.application_id and r.account_id = c.account_id
            and r.moment = 'numbering' and r.outcome = 'clear' and r.checked_at <= c.issued_at)`,
  },
  {
    id: 'I-10',
    sql: `select 'two persons: ' || d.application_id from decisions d
          left join reviews r on r.id = d.review_id and r.application_id = d.application_id
          left join staff_users reviewer on reviewer.id = r.reviewed_by
          left join staff_users approver on approver.id = d.decided_by
          where r.id is null or r.reviewed_at > d.decided_at
            or reviewer.person_id is distinct from d.reviewer_person_id
            or r.reviewer_person_id <> d.reviewer_person_id
            or approver.person_id is distinct from d.approver_person_id
            or d.reviewer_person_id = d.approver_person_id`,
  },
  {
    id: 'I-10',
    sql: `select 'not filed: ' || d.application_id from decisions d join reviews r on r.id = d.review_id
          where not (${filed('d.reviewer_person_id', 'r.reviewed_at')} and ${filed('d.approver_person_id', 'd.decided_at')})`,
  },
]
