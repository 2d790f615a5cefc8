import { z } from 'zod'
import { FilingKind } from '@xingtan/contract/office/staff'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

const Filing = z.object({
  id: z.string(),
  personId: z.string(),
  agencyCode: z.string(),
  agencyName: z.string(),
  filingAgencyCode: z.string(),
  filingAgencyName: z.string(),
  kind: FilingKind,
  state: z.enum(['waiting', 'filed', 'returned', 'dropped']),
  name: z.string(),
  phoneSealed: z.instanceof(Buffer),
  officePhone: z.string().nullable(),
  post: z.string(),
  reason: z.string(),
  filedFrom: z.date().nullable(),
  filedUntil: z.date().nullable(),
  proposedBy: z.string(),
  proposedByName: z.string(),
  proposedAt: z.date(),
  decidedByName: z.string().nullable(),
  decidedAt: z.date().nullable(),
  returnReason: z.string().nullable(),
  currentName: z.string(),
  currentPost: z.string().nullable(),
  currentOfficePhone: z.string().nullable(),
  numberSealed: z.instanceof(Buffer).nullable(),
})
export type Filing = z.infer<typeof Filing>

const FILING = sql`select f.id, f.person_id, f.agency_code, a.name as agency_name,
    staff_filing_agency(f.agency_code) as filing_agency_code,
    (select name from agencies where code = staff_filing_agency(f.agency_code)) as filing_agency_name,
    f.kind, f.state, f.name, f.phone_sealed, f.office_phone, f.post, f.reason, f.filed_from, f.filed_until, f.proposed_by,
    proposer.name as proposed_by_name, f.proposed_at, decider.name as decided_by_name, f.decided_at, f.return_reason,
    p.name as current_name, r.post as current_post, r.office_phone as current_office_phone, r.number_sealed
  from staff_filings f join staff_people p on p.id = f.person_id join agencies a on a.code = f.agency_code
    join staff_people proposer on proposer.id = f.proposed_by left join staff_people decider on decider.id = f.decided_by
    left join staff_profiles r on r.person_id = f.person_id`

export interface NewFiling {
  readonly id: string
  readonly personId: string
  readonly agencyCode: string
  readonly kind: FilingKind
  readonly name: string
  readonly phoneSealed: Buffer
  readonly officePhone: string | null
  readonly post: string
  readonly reason: string
  readonly proposedBy: string
}

/** Asks for a filing; false when the person already has one that waits. */
export async function insertFiling(tx: Tx, row: NewFiling): Promise<boolean> {
  const added = await tx.run(sql`
    insert into staff_filings (id, person_id, agency_code, kind, name, phone_sealed, office_phone, post, reason, proposed_by, proposed_at)
    values (${row.id}, ${row.personId}, ${row.agencyCode}, ${row.kind}, ${row.name}, ${row.phoneSealed}, ${row.officePhone},
      ${row.post}, ${row.reason}, ${row.proposedBy}, ${tx.now})
    on conflict (person_id) where state = 'waiting' do nothing`)
  return added === 1
}

export async function findFiling(tx: Tx, filingId: string): Promise<Filing | undefined> {
  return tx.find(Filing, sql`${FILING} where f.id = ${filingId}`)
}

export async function listFilingsOf(tx: Tx, personId: string): Promise<Filing[]> {
  return tx.list(Filing, sql`${FILING} where f.person_id = ${personId} order by f.proposed_at desc, f.id limit 50`)
}

/** Waiting filings that one's own agency decides, oldest first. */
export async function listWaitingFilings(
  tx: Tx,
  page: { readonly after: { readonly proposedAt: string; readonly id: string } | null; readonly limit: number },
): Promise<Filing[]> {
  const { after } = page
  const later =
    after === null ? sql`true` : sql`(f.proposed_at, f.id) > (${after.proposedAt}::timestamptz, ${after.id}::uuid)`
  return tx.list(
    Filing,
    sql`${FILING} where f.state = 'waiting' and staff_filing_agency(f.agency_code) = app_agency_code() and ${later}
        order by f.proposed_at, f.id limit ${page.limit}`,
  )
}

/** Closes a waiting filing; false when somebody was faster. */
export async function closeFiling(
  tx: Tx,
  filingId: string,
  outcome: {
    readonly state: 'filed' | 'returned' | 'dropped'
    readonly decidedBy: string
    readonly interval?: { readonly from: Date; readonly until: Date }
    readonly returnReason?: string
  },
): Promise<boolean> {
  const closed = await tx.run(sql`
    update staff_filings set state = ${outcome.state}, decided_by = ${outcome.decidedBy}, decided_at = ${tx.now},
      filed_from = ${outcome.interval?.from ?? null}, filed_until = ${outcome.interval?.until ?? null},
      return_reason = ${outcome.returnReason ?? null}
    where id = ${filingId} and state = 'waiting'`)
  return closed === 1
}

export type StaffEventKind =
  | 'proposed'
  | 'renewal-proposed'
  | 'change-proposed'
  | 'filed'
  | 'returned'
  | 'dropped'
  | 'user-opened'
  | 'code-sent'
  | 'roles-granted'
  | 'user-disabled'
  | 'user-enabled'
  | 'key-registered'
  | 'key-revoked'
  | 'delegated'
  | 'delegation-ended'
  | 'left'
  | 'emergency-sealed'
  | 'emergency-opened'
  | 'emergency-closed'

export interface NewStaffEvent {
  readonly personId: string
  readonly agencyCode: string
  readonly kind: StaffEventKind
  readonly actorPersonId: string
  readonly reason?: string
}

/** Adds to the history of a person, which nobody can change afterwards. */
export async function appendStaffEvent(tx: Tx, event: NewStaffEvent): Promise<void> {
  await tx.run(sql`
    insert into staff_filing_events (person_id, agency_code, kind, at, actor_person_id, reason)
    values (${event.personId}, ${event.agencyCode}, ${event.kind}, ${tx.now}, ${event.actorPersonId}, ${event.reason ?? null})`)
}

const EventRow = z.object({
  kind: z.string(),
  at: z.date(),
  actorName: z.string().nullable(),
  reason: z.string().nullable(),
})

export async function listStaffEvents(tx: Tx, personId: string): Promise<z.infer<typeof EventRow>[]> {
  return tx.list(
    EventRow,
    sql`select e.kind, e.at, p.name as actor_name, e.reason from staff_filing_events e
          left join staff_people p on p.id = e.actor_person_id where e.person_id = ${personId} order by e.id desc limit 100`,
  )
}
