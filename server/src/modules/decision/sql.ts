import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

const Reason = z.object({ code: z.string(), note: z.string().nullable() })

const Review = z.object({
  id: z.string(),
  applicationId: z.string(),
  opinion: z.enum(['pass', 'fail']),
  note: z.string().nullable(),
  reasons: z.array(Reason),
  reviewerPersonId: z.string(),
  reviewerName: z.string(),
  reviewedAt: z.date(),
})
export type Review = z.infer<typeof Review>

/** The last review of each of these cases that still has one: a case that was sent back has none. */
export async function listLastReviews(tx: Tx, applicationIds: readonly string[]): Promise<Review[]> {
  return tx.list(
    Review,
    sql`select distinct on (r.application_id) r.id, r.application_id, r.opinion, r.note, r.reasons, r.reviewer_person_id,
          p.name as reviewer_name, r.reviewed_at
        from reviews r join applications a on a.id = r.application_id join staff_people p on p.id = r.reviewer_person_id
        where r.application_id = any(${[...applicationIds]}) and a.review is not null
        order by r.application_id, r.case_version desc, r.reviewed_at desc, r.id`,
  )
}

export interface NewReview {
  readonly id: string
  readonly applicationId: string
  readonly caseVersion: number
  readonly opinion: 'pass' | 'fail'
  readonly note: string | null
  readonly reasons: readonly object[]
  readonly reviewedBy: string
  readonly reviewerPersonId: string
}

export async function insertReview(tx: Tx, row: NewReview): Promise<void> {
  await tx.run(sql`
    insert into reviews (id, application_id, case_version, opinion, note, reasons, reviewed_by, reviewer_person_id, reviewed_at)
    values (${row.id}, ${row.applicationId}, ${row.caseVersion}, ${row.opinion}, ${row.note},
      ${JSON.stringify(row.reasons)}::jsonb, ${row.reviewedBy}, ${row.reviewerPersonId}, ${tx.now})`)
}

export async function markReviewed(tx: Tx, id: string, opinion: 'pass' | 'fail'): Promise<void> {
  await tx.run(sql`update applications set review = ${opinion}, version = version + 1 where id = ${id}`)
}

/** Back to 网报待确认: what confirmation, vetting and review had established falls away; their rows stay. */
export async function markReturned(tx: Tx, id: string): Promise<void> {
  await tx.run(sql`
    update applications set confirmation = null, confirmed_at = null, photo_hash = null, due_on = null, due_provisional = false,
      crime_cleared = false, offence_cleared = false, vetting_hit = false, review = null, version = version + 1
    where id = ${id}`)
}

const PhotoHash = z.object({ id: z.string(), hash: z.string() })

/** Hashes of the photos now on file of these cases. */
export async function listPhotoHashes(tx: Tx, applicationIds: readonly string[]): Promise<z.infer<typeof PhotoHash>[]> {
  return tx.list(
    PhotoHash,
    sql`select a.id, f.hash from applications a join files f on f.id = a.photo_file_id
        where a.id = any(${[...applicationIds]}) and f.removed_at is null`,
  )
}
