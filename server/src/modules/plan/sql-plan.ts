import { z } from 'zod'
import { PlanFindingView, PlanState } from '@xingtan/contract/office/plan'
import { PlanContent, PlanKind } from '@xingtan/contract/plan-content'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

const PlanRecord = z.object({
  id: z.string(),
  roundId: z.string(),
  kind: PlanKind,
  roundName: z.string(),
  agencyCode: z.string(),
  agencyName: z.string(),
  parentCode: z.string().nullable(),
  draft: PlanContent,
  draftVersion: z.number(),
  submissionId: z.string().nullable(),
  submissionNumber: z.number(),
  handedInPersonId: z.string().nullable(),
  submitted: PlanContent.nullable(),
  findings: z.array(PlanFindingView).nullable(),
  justifications: z.record(z.string(), z.string()).nullable(),
  inForce: PlanContent.nullable(),
  publicationNumber: z.number(),
  state: PlanState,
})
/** A plan with its last submission, what is in force, and the state that follows from both. */
export type PlanRecord = z.infer<typeof PlanRecord>

/** State from the last submission `s`, its review `v` and its publication `n`. */
export const STATE = sql`case
  when s.id is null then case when f.id is null then 'draft' else 'published' end
  when v.submission_id is null then 'handed-in'
  when not v.approved then 'returned'
  when n.id is null then 'approved'
  when n.in_force_at is null then 'scheduled'
  else 'published' end`

export const STEPS = sql`
  left join lateral (select * from plan_submissions x where x.plan_id = p.id order by x.number desc limit 1) s on true
  left join plan_reviews v on v.submission_id = s.id
  left join plan_publications n on n.submission_id = s.id
  left join lateral (select * from plan_publications x where x.plan_id = p.id and x.in_force_at is not null
    order by x.number desc limit 1) f on true`

/** The plan if it is in scope. */
export async function findPlan(tx: Tx, planId: string): Promise<PlanRecord | undefined> {
  return tx.find(
    PlanRecord,
    sql`select p.id, p.round_id, r.kind, r.name as round_name, p.agency_code, a.name as agency_name, a.parent_code,
          p.draft, p.draft_version, s.id as submission_id, coalesce(s.number, 0) as submission_number,
          s.handed_in_person_id, s.content as submitted, s.findings, s.justifications, f.content as in_force,
          coalesce((select max(x.number) from plan_publications x where x.plan_id = p.id), 0) as publication_number,
          ${STATE} as state
        from plans p join rounds r on r.id = p.round_id join agencies a on a.code = p.agency_code ${STEPS}
        where p.id = ${planId}`,
  )
}

/** The plan of one's own agency under its lock: every step of it begins here. */
export async function lockPlan(tx: Tx, planId: string): Promise<PlanRecord | undefined> {
  const locked = await tx.find(z.object({ id: z.string() }), sql`select id from plans where id = ${planId} for update`)
  return locked === undefined ? undefined : findPlan(tx, planId)
}

export interface NewPlan {
  readonly id: string
  readonly roundId: string
  readonly agencyCode: string
  readonly draft: PlanContent
}

/** Answers whether it is new: one plan an agency and round. */
export async function insertPlan(tx: Tx, plan: NewPlan): Promise<boolean> {
  const count = await tx.run(
    sql`insert into plans (id, round_id, agency_code, draft, updated_at)
        values (${plan.id}, ${plan.roundId}, ${plan.agencyCode}, ${JSON.stringify(plan.draft)}::jsonb, ${tx.now})
        on conflict (round_id, agency_code) do nothing`,
  )
  return count === 1
}

export async function updateDraft(tx: Tx, planId: string, draft: PlanContent): Promise<number> {
  const { version } = await tx.get(
    z.object({ version: z.number() }),
    sql`update plans set draft = ${JSON.stringify(draft)}::jsonb, draft_version = draft_version + 1, updated_at = ${tx.now}
        where id = ${planId} returning draft_version as version`,
  )
  return version
}

export interface NewSubmission {
  readonly id: string
  readonly plan: PlanRecord
  readonly findings: readonly PlanFindingView[]
  readonly justifications: Readonly<Record<string, string>>
  readonly by: { readonly userId: string; readonly personId: string }
}

export async function insertSubmission(
  tx: Tx,
  { id, plan, findings, justifications, by }: NewSubmission,
): Promise<void> {
  await tx.run(
    sql`insert into plan_submissions (id, plan_id, agency_code, number, content, findings, justifications, handed_in_by,
          handed_in_person_id, handed_in_at)
        values (${id}, ${plan.id}, ${plan.agencyCode}, ${plan.submissionNumber + 1}, ${JSON.stringify(plan.draft)}::jsonb,
          ${JSON.stringify(findings)}::jsonb, ${JSON.stringify(justifications)}::jsonb, ${by.userId}, ${by.personId}, ${tx.now})`,
  )
}

export interface NewReview {
  readonly submissionId: string
  readonly handedInPersonId: string
  readonly approved: boolean
  readonly reason: string | null
  readonly by: { readonly userId: string; readonly personId: string; readonly agencyCode: string }
}

/** Answers whether it is the first opinion: a submission has one. */
export async function insertReview(
  tx: Tx,
  { submissionId, handedInPersonId, approved, reason, by }: NewReview,
): Promise<boolean> {
  const count = await tx.run(
    sql`insert into plan_reviews (submission_id, handed_in_person_id, agency_code, approved, reason, reviewed_by,
          reviewer_person_id, reviewed_at)
        values (${submissionId}, ${handedInPersonId}, ${by.agencyCode}, ${approved}, ${reason}, ${by.userId}, ${by.personId}, ${tx.now})
        on conflict (submission_id) do nothing`,
  )
  return count === 1
}

export interface NewPublication {
  readonly id: string
  readonly plan: PlanRecord
  readonly content: PlanContent
  readonly submissionId: string | null
  readonly order: { readonly number: string; readonly signer: string; readonly reason: string } | null
  readonly publishAt: Date
  readonly by: string
}

/** Answers whether the 文号 was free. */
export async function insertPublication(tx: Tx, made: NewPublication): Promise<boolean> {
  const { plan, order } = made
  const count = await tx.run(
    sql`insert into plan_publications (id, plan_id, agency_code, number, content, submission_id, order_number, order_signer,
          order_reason, publish_at, published_by)
        values (${made.id}, ${plan.id}, ${plan.agencyCode}, ${plan.publicationNumber + 1}, ${JSON.stringify(made.content)}::jsonb,
          ${made.submissionId}, ${order?.number ?? null}, ${order?.signer ?? null}, ${order?.reason ?? null}, ${made.publishAt}, ${made.by})
        on conflict (agency_code, order_number) do nothing`,
  )
  return count === 1
}

/** Makes a publication the windows of its place; false when it is so already or its hour has not come. */
export async function putInForce(tx: Tx, publicationId: string): Promise<boolean> {
  const { done } = await tx.get(
    z.object({ done: z.boolean() }),
    sql`select put_plan_in_force(${publicationId}::uuid) as done`,
  )
  return done
}

const HistoryRow = z.object({
  at: z.date(),
  kind: z.enum(['handed-in', 'approved', 'returned', 'published', 'extended']),
  by: z.string().nullable(),
  text: z.string().nullable(),
})

/** Every step of a plan, newest first. */
export async function listHistory(tx: Tx, planId: string): Promise<z.infer<typeof HistoryRow>[]> {
  return tx.list(
    HistoryRow,
    sql`select s.handed_in_at as at, 'handed-in' as kind, a.name as by, null as text
        from plan_submissions s join agencies a on a.code = s.agency_code where s.plan_id = ${planId}
        union all
        select v.reviewed_at, case when v.approved then 'approved' else 'returned' end, a.name, v.reason
        from plan_submissions s join plan_reviews v on v.submission_id = s.id join agencies a on a.code = v.agency_code
        where s.plan_id = ${planId}
        union all
        select n.publish_at, case when n.order_number is null then 'published' else 'extended' end, a.name,
          n.order_number || '，' || n.order_signer || '签发：' || n.order_reason
        from plan_publications n join agencies a on a.code = n.agency_code where n.plan_id = ${planId}
        order by at desc`,
  )
}
