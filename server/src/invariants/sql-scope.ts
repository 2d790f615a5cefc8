import type { SqlCheck } from './invariant.ts'

/**
 * Windows, sessions and agencies (I-16…I-18). What an agency did and what its successor goes on with belong together, so
 * agencies are compared by who answers for them today.
 */
export const SCOPE_CHECKS: readonly SqlCheck[] = [
  { id: 'I-16', sql: `select 'notice: ' || id from notices where taken_down_at < published_at` },
  {
    id: 'I-16',
    // Announcements of the time before offices wrote them have no version.
    sql: `select 'notice that nobody approved: ' || n.id from notices n
          where exists (select 1 from notice_versions v where v.notice_id = n.id) and not exists (
            select 1 from notice_versions v where v.notice_id = n.id and v.version = n.version and v.state = 'approved'
              and v.title = n.title and v.html = n.html and v.taken_down_at is not distinct from n.taken_down_at)`,
  },
  {
    id: 'I-16',
    sql: `select 'agency outside its province: ' || p.id from agency_plans p
          join province_plans v on v.round_id = p.round_id and left(v.agency_code, 2) = left(p.agency_code, 2)
          where p.network_opens_at < v.network_opens_at or p.network_closes_at > v.network_closes_at
            or p.confirm_opens_at < v.confirm_opens_at or p.confirm_closes_at > v.confirm_closes_at`,
  },
  {
    id: 'I-16',
    sql: `select 'point outside its agency: ' || s.point_id from point_schedules s join agency_plans p on p.id = s.plan_id
          where s.opens_at < p.confirm_opens_at or s.closes_at > p.confirm_closes_at`,
  },
  {
    id: 'I-16',
    sql: `select 'submitted outside the round: ' || a.id from applications a join rounds r on r.id = a.round_id
          where a.submitted_at < r.opens_at or a.submitted_at > r.closes_at`,
  },
  // A filing may end while somebody is signed in: what counts is whether the session was used afterwards.
  {
    id: 'I-17',
    sql: `select 'session: ' || s.id from staff_sessions s
          join staff_users u on u.id = s.user_id join staff_people p on p.id = u.person_id
          join staff_keys k on k.serial = s.key_serial
          where s.ended_at is null and s.ends_at > app_now() and s.seen_at > app_now() - interval '15 minutes'
            and (not u.enabled or k.user_id <> s.user_id or k.revoked_at < s.seen_at
              or coalesce(s.seen_at < p.filed_from or s.seen_at >= p.filed_until, true)
              or p.filed_from is null or p.filed_until is null)`,
  },
  {
    id: 'I-17',
    sql: `select 'key of a person who has left: ' || k.serial from staff_keys k
          join staff_users u on u.id = k.user_id join staff_people p on p.id = u.person_id
          where p.left_at is not null and k.revoked_at is null`,
  },
  {
    id: 'I-17',
    sql: `select 'user of a person who has left: ' || u.id from staff_users u join staff_people p on p.id = u.person_id
          where p.left_at is not null and u.enabled`,
  },
  {
    id: 'I-17',
    sql: `select 'delegation: ' || d.id from staff_delegations d
          join staff_users giver on giver.id = d.from_user_id join staff_people gp on gp.id = giver.person_id
          join staff_users taker on taker.id = d.to_user_id join staff_people tp on tp.id = taker.person_id
          where d.ended_at is null and d.starts_at <= app_now() and d.ends_at > app_now()
            and (not giver.enabled or not taker.enabled or gp.left_at is not null or tp.left_at is not null)`,
  },
  {
    id: 'I-17',
    sql: `select 'emergency session outside an opening: ' || s.id from staff_sessions s join staff_users u on u.id = s.user_id
          where u.is_emergency and s.seen_at > s.started_at and not exists (select 1 from emergency_openings o
            where o.user_id = u.id and o.opened_at <= s.started_at and s.seen_at < o.closes_at)`,
  },
  {
    id: 'I-18',
    sql: `select 'point of another agency: ' || a.id from applications a join points p on p.id = a.point_id
          where agency_now(p.agency_code) <> agency_now(a.agency_code)`,
  },
  {
    id: 'I-18',
    sql: `select 'desk of another agency: ' || c.id from confirmations c
          join points p on p.id = c.point_id join staff_users u on u.id = c.decided_by
          where agency_now(p.agency_code) <> agency_now(c.agency_code) or agency_now(u.agency_code) <> agency_now(c.agency_code)`,
  },
  {
    id: 'I-18',
    sql: `select 'batch of another agency: ' || b.id from vetting_batches b join staff_users u on u.id = b.requested_by
          where agency_now(u.agency_code) <> agency_now(b.agency_code)`,
  },
  {
    id: 'I-18',
    sql: `select 'conclusion of another agency: ' || d.id from decisions d join applications a on a.id = d.application_id
          join reviews r on r.id = d.review_id
          join staff_users approver on approver.id = d.decided_by join staff_users reviewer on reviewer.id = r.reviewed_by
          where agency_now(approver.agency_code) <> agency_now(a.agency_code)
            or agency_now(reviewer.agency_code) <> agency_now(a.agency_code)`,
  },
  {
    id: 'I-18',
    sql: `select 'certificate of another agency: ' || c.id from certificates c
          join applications a on a.id = c.application_id
          where c.agency_code <> a.agency_code or c.account_id <> a.account_id`,
  },
  {
    id: 'I-18',
    sql: `select 'officer at a foreign point: ' || u.id from staff_users u join points p on p.id = u.point_id
          where agency_now(p.agency_code) <> agency_now(u.agency_code)`,
  },
  {
    id: 'I-18',
    sql: `select 'event by a foreign officer: ' || e.application_id || ' ' || e.seq from application_events e
          left join staff_users u on u.id = e.actor_id
          where e.actor_kind = 'officer' and agency_now(u.agency_code) is distinct from agency_now(e.agency_code)`,
  },
  {
    id: 'I-18',
    sql: `select 'unknown agency: ' || n.agency_code from (
            select agency_code from application_events union select agency_code from audit_events) n
          where n.agency_code is not null and not exists (select 1 from agencies g where g.code = n.agency_code)`,
  },
]
