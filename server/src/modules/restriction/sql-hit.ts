import { z } from 'zod'
import { RestrictionHit } from '@xingtan/contract/office/restriction'
import { RestrictionKind } from '@xingtan/contract/restriction-kind'
import type { Tx } from '../../platform/db.ts'
import { type Sql, sql } from '../../platform/sql.ts'

/** Lays a hit for each running case and each certificate of the person of the entry; what is there stays. */
export async function insertHits(tx: Tx, entryId: string): Promise<void> {
  await tx.run(sql`
    insert into restriction_hits (id, entry_id, agency_code, application_id, found_at)
    select gen_random_uuid(), r.id, a.agency_code, a.id, ${tx.now}
    from restrictions r join applications a on a.person_index = r.person_index and a.stage <> 'closed'
    where r.id = ${entryId} and r.state <> 'void'
    on conflict (entry_id, application_id) do nothing`)
  await tx.run(sql`
    insert into restriction_hits (id, entry_id, agency_code, certificate_id, found_at)
    select gen_random_uuid(), r.id, c.agency_code, c.id, ${tx.now}
    from restrictions r join certificates c on c.person_index = r.person_index and c.state <> 'void'
    where r.id = ${entryId} and r.state = 'effective'
    on conflict (entry_id, certificate_id) do nothing`)
}

/** Certificates of the person are suspended while an effective entry stands and valid again when none does (S-072). */
export async function alignCertificates(tx: Tx, entryId: string): Promise<void> {
  await tx.run(sql`select align_certificates(${entryId})`)
}

const LastDay = z.object({ endsOn: z.string() })

/** The last day an effective entry bars; undefined when it bars without end or not at all. */
export async function findLastDay(tx: Tx, entryId: string): Promise<string | undefined> {
  const found = await tx.find(
    LastDay,
    sql`select ends_on from restrictions where id = ${entryId} and state = 'effective' and ends_on is not null`,
  )
  return found?.endsOn
}

/** Work about an entry that is no longer in force is over. */
export async function closeHitsOfVoid(tx: Tx, entryId: string): Promise<void> {
  await tx.run(sql`
    update restriction_hits h set closed_at = ${tx.now}, closing_note = '该限制库记录已作废，恢复办理。'
    from restrictions r where r.id = ${entryId} and r.state = 'void' and h.entry_id = r.id and h.closed_at is null`)
}

const Hit = z.object({
  id: z.string(),
  entryId: z.string(),
  kind: RestrictionKind,
  entryState: RestrictionHit.shape.entryState,
  applicationId: z.string().nullable(),
  registrationNumber: z.string().nullable(),
  certificateId: z.string().nullable(),
  certificateNumber: z.string().nullable(),
  foundAt: z.date(),
  closedAt: z.date().nullable(),
  closingNote: z.string().nullable(),
})
export type Hit = z.infer<typeof Hit>

export interface HitMark {
  readonly isClosed: boolean
  readonly foundAt: string
  readonly id: string
}

const anything = sql`true`

/** Open or closed hits of one's own agency behind the mark, newest first, by their own index. */
function part(isClosed: boolean, after: HitMark | null, limit: number): Sql {
  const isPast = after !== null && after.isClosed && !isClosed
  const later =
    after === null || after.isClosed !== isClosed
      ? anything
      : sql`(h.found_at, h.id) < (${after.foundAt}::timestamptz, ${after.id}::uuid)`
  return sql`(select h.* from restriction_hits h where h.agency_code = app_agency_code()
    and ${isClosed ? sql`h.closed_at is not null` : sql`h.closed_at is null`} and ${isPast ? sql`false` : later}
    order by h.found_at desc, h.id desc limit ${limit})`
}

/** Hits of one's own agency: open ones first, each part newest first. */
export async function listHits(tx: Tx, after: HitMark | null, limit: number): Promise<Hit[]> {
  return tx.list(
    Hit,
    sql`select h.id, h.entry_id, f.kind, f.state as entry_state, h.application_id, a.registration_number, h.certificate_id,
          c.number as certificate_number, h.found_at, h.closed_at, h.closing_note
        from (${part(false, after, limit)} union all ${part(true, after, limit)}) h
        cross join lateral restriction_of_hit(h.entry_id) f
        left join applications a on a.id = h.application_id left join certificates c on c.id = h.certificate_id
        order by h.closed_at is not null, h.found_at desc, h.id desc limit ${limit}`,
  )
}

/** Closes a hit of one's own agency; answers how many rows it touched. */
export async function closeHit(
  tx: Tx,
  closed: { readonly hitId: string; readonly personId: string; readonly note: string },
): Promise<number> {
  return tx.run(sql`
    update restriction_hits set closed_at = ${tx.now}, closed_by = ${closed.personId}, closing_note = ${closed.note}
    where id = ${closed.hitId} and closed_at is null`)
}

/** Whether the hit is in the caller's scope, open or closed. */
export async function hasHit(tx: Tx, hitId: string): Promise<boolean> {
  return (
    (await tx.find(z.object({ id: z.string() }), sql`select id from restriction_hits where id = ${hitId}`)) !==
    undefined
  )
}
