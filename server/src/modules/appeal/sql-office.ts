import { z } from 'zod'
import { ReviewOutcome } from '@xingtan/contract/appeal'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

const ListedRequest = z.object({
  id: z.string(),
  applicationId: z.string(),
  registrationNumber: z.string(),
  name: z.string(),
  requestedAt: z.date(),
  dueOn: z.string(),
  dueProvisional: z.boolean(),
  outcome: ReviewOutcome.nullable(),
  answeredAt: z.date().nullable(),
})
export type ListedRequest = z.infer<typeof ListedRequest>

const listed = sql`select r.id, r.application_id, a.registration_number, a.name, r.requested_at, r.due_on, r.due_provisional,
    r.outcome, r.answered_at
  from review_requests r join applications a on a.id = r.application_id`

/** Requests that wait for this office, first due first. */
export async function listOpenRequests(
  tx: Tx,
  { after, limit }: { readonly after: { readonly dueOn: string; readonly id: string } | null; readonly limit: number },
): Promise<ListedRequest[]> {
  const start = after === null ? sql`true` : sql`(r.due_on, r.id) > (${after.dueOn}::date, ${after.id}::uuid)`
  return tx.list(
    ListedRequest,
    sql`${listed} where r.agency_code = app_agency_code() and r.outcome is null and ${start}
        order by r.due_on, r.id limit ${limit}`,
  )
}

/** Requests this office has answered, newest answer first. */
export async function listAnsweredRequests(
  tx: Tx,
  {
    after,
    limit,
  }: { readonly after: { readonly answeredAt: string; readonly id: string } | null; readonly limit: number },
): Promise<ListedRequest[]> {
  const start =
    after === null
      ? sql`true`
      : sql`(r.answered_at < ${after.answeredAt}::timestamptz
          or r.answered_at = ${after.answeredAt}::timestamptz and r.id > ${after.id}::uuid)`
  return tx.list(
    ListedRequest,
    sql`${listed} where r.agency_code = app_agency_code() and r.outcome is not null and ${start}
        order by r.answered_at desc, r.id limit ${limit}`,
  )
}

const FoundRequest = ListedRequest.extend({
  words: z.string(),
  answer: z.string().nullable(),
  answeredBy: z.string().nullable(),
  decisionId: z.string(),
  decidedAt: z.date(),
  reviewerPersonId: z.string(),
  approverPersonId: z.string(),
  reviewedBy: z.string(),
  decidedBy: z.string(),
  reasons: z.array(z.object({ code: z.string(), note: z.string().nullable() })),
  isSuperseded: z.boolean(),
})
export type FoundRequest = z.infer<typeof FoundRequest>

/** One request of this office with the conclusion it is about. */
export async function findRequest(tx: Tx, id: string): Promise<FoundRequest | undefined> {
  return tx.find(
    FoundRequest,
    sql`select r.id, r.application_id, a.registration_number, a.name, r.requested_at, r.due_on, r.due_provisional, r.outcome,
          r.answered_at, r.words, r.answer, q.name as answered_by, d.id as decision_id, d.decided_at, d.reviewer_person_id,
          d.approver_person_id, v.name as reviewed_by, o.name as decided_by, d.reasons, d.superseded_at is not null as is_superseded
        from review_requests r join applications a on a.id = r.application_id join decisions d on d.id = r.decision_id
          join staff_people v on v.id = d.reviewer_person_id join staff_people o on o.id = d.approver_person_id
          left join staff_people q on q.id = r.answerer_person_id
        where r.id = ${id} and r.agency_code = app_agency_code()`,
  )
}

const Confirmed = z.object({ id: z.string() })

/** The correction by which a conclusion was taken back. */
export async function findConfirmedCorrection(tx: Tx, decisionId: string): Promise<string | undefined> {
  const found = await tx.find(
    Confirmed,
    sql`select id from conclusion_corrections where decision_id = ${decisionId} and state = 'confirmed'`,
  )
  return found?.id
}

/** Writes the answer once; false when somebody was faster. */
export async function markRequestAnswered(
  tx: Tx,
  answered: {
    readonly id: string
    readonly outcome: ReviewOutcome
    readonly answer: string
    readonly officerId: string
    readonly personId: string
    readonly correctionId: string | null
  },
): Promise<boolean> {
  const count = await tx.run(sql`
    update review_requests set outcome = ${answered.outcome}, answer = ${answered.answer}, answered_by = ${answered.officerId},
      answerer_person_id = ${answered.personId}, answered_at = ${tx.now}, correction_id = ${answered.correctionId}
    where id = ${answered.id} and outcome is null`)
  return count === 1
}

const MonthCount = z.object({ month: z.string(), score: z.number(), count: z.number() })

/** Ratings of this office of the last twelve months, by month and score. */
export async function listRatingCounts(tx: Tx): Promise<z.infer<typeof MonthCount>[]> {
  return tx.list(
    MonthCount,
    sql`select month, score, count::int from rating_counters where agency_code = app_agency_code()
          and month >= to_char(app_now() at time zone 'Asia/Shanghai' - interval '11 months', 'YYYY-MM')
        order by month desc, score`,
  )
}

const Words = z.object({ score: z.number(), words: z.string(), ratedAt: z.date() })

export async function listRatingWords(tx: Tx): Promise<z.infer<typeof Words>[]> {
  return tx.list(
    Words,
    sql`select score, words, rated_at from case_ratings where agency_code = app_agency_code() and words is not null
        order by rated_at desc, application_id limit 50`,
  )
}
