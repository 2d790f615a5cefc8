import { z } from 'zod'
import { AgencyLevel } from '@xingtan/contract/agency-reference'
import {
  ConsultationKind,
  ConsultationOutcome,
  ConsultationState,
  ConsultationTopic,
} from '@xingtan/contract/consultation'
import type { ConsultationPlace } from '@xingtan/contract/office/consultation'
import type { Tx } from '../../platform/db.ts'
import { type Sql, sql } from '../../platform/sql.ts'

const Item = z.object({
  id: z.string(),
  number: z.string(),
  kind: ConsultationKind,
  topic: ConsultationTopic,
  title: z.string(),
  bodySealed: z.instanceof(Buffer),
  registrationNumber: z.string().nullable(),
  agencyCode: z.string(),
  agencyName: z.string(),
  subjectAgencyCode: z.string().nullable(),
  subjectAgencyName: z.string().nullable(),
  contact: z.enum(['account', 'phone', 'anonymous']),
  accountId: z.string().nullable(),
  nameSealed: z.instanceof(Buffer).nullable(),
  phoneSealed: z.instanceof(Buffer).nullable(),
  state: ConsultationState,
  submittedAt: z.date(),
  dueOn: z.string(),
  dueProvisional: z.boolean(),
  assigneeId: z.string().nullable(),
  assigneeName: z.string().nullable(),
  answeredAt: z.date().nullable(),
  outcome: ConsultationOutcome.nullable(),
  score: z.number().nullable(),
  isSolved: z.boolean().nullable(),
})
export type DeskConsultation = z.infer<typeof Item>

const columns = sql`c.id, c.number, c.kind, c.topic, c.title, c.body_sealed, c.registration_number, c.agency_code,
  g.name as agency_name, c.subject_agency_code, s.name as subject_agency_name, c.contact, c.account_id, c.name_sealed,
  c.phone_sealed, c.state, c.submitted_at, c.due_on, c.due_provisional, c.assignee_id,
  consultation_officer_name(c.assignee_id) as assignee_name, c.answered_at, c.outcome, c.score, c.is_solved`
const from = sql`consultations c join agencies g on g.code = c.agency_code left join agencies s on s.code = c.subject_agency_code`

/** The item if the officer may read it: on his desk, passed on by it, reported to it, or below when reaching below. */
export async function findConsultation(tx: Tx, id: string): Promise<DeskConsultation | undefined> {
  return tx.find(Item, sql`select ${columns} from ${from} where c.id = ${id}`)
}

/** The same, held against others until the end of the transaction; only what is on the officer's own desk. */
export async function lockConsultation(tx: Tx, id: string): Promise<DeskConsultation | undefined> {
  await tx.find(z.object({ id: z.string() }), sql`select id from consultations where id = ${id} for update`)
  return findConsultation(tx, id)
}

export interface ConsultationFilter {
  readonly place: ConsultationPlace
  readonly kind: ConsultationKind | null
  readonly isAnswered: boolean
  readonly assigneeId: string | null
  readonly isOverdue: boolean
}

export interface ConsultationMark {
  readonly key: string
  readonly id: string
}

function placeOf(place: ConsultationPlace): Sql {
  if (place === 'own') return sql`c.agency_code = app_agency_code()`
  if (place === 'passed') return sql`(app_agency_code() = any (c.passed_by) and c.agency_code <> app_agency_code())`
  if (place === 'escalated') return sql`c.escalated_to = app_agency_code()`
  return sql`c.agency_code <> app_agency_code() and c.agency_code = any ((select app_agencies_below())::text[])`
}

/** Open items by due day, answered ones newest first. */
export async function listConsultations(
  tx: Tx,
  filter: ConsultationFilter,
  page: { readonly after: ConsultationMark | null; readonly limit: number },
): Promise<DeskConsultation[]> {
  const wanted = sql`${placeOf(filter.place)} and (${filter.kind}::text is null or c.kind = ${filter.kind})
    and (${filter.assigneeId}::uuid is null or c.assignee_id = ${filter.assigneeId}::uuid)
    and (not ${filter.isOverdue}::boolean or c.due_on < ${tx.today}::date)`
  const { after, limit } = page
  if (filter.isAnswered) {
    const later =
      after === null ? sql`true` : sql`(c.answered_at, c.id) < (${after.key}::timestamptz, ${after.id}::uuid)`
    return tx.list(
      Item,
      sql`select ${columns} from ${from} where c.state = 'answered' and ${wanted} and ${later}
          order by c.answered_at desc, c.id desc limit ${limit}`,
    )
  }
  const later = after === null ? sql`true` : sql`(c.due_on, c.id) > (${after.key}::date, ${after.id}::uuid)`
  return tx.list(
    Item,
    sql`select ${columns} from ${from} where c.state <> 'answered' and ${wanted} and ${later}
        order by c.due_on, c.id limit ${limit}`,
  )
}

const Handler = z.object({ userId: z.string(), name: z.string() })

/** Colleagues of the officer's agency who may take an item of this kind. */
export async function listHandlers(tx: Tx, kind: ConsultationKind): Promise<z.infer<typeof Handler>[]> {
  return tx.list(Handler, sql`select user_id, name from consultation_handlers(${kind})`)
}

const Target = z.object({ agencyCode: z.string(), name: z.string(), level: AgencyLevel, isAbove: z.boolean() })

/** Where the officer's agency may pass an item on to. */
export async function listTargets(tx: Tx): Promise<z.infer<typeof Target>[]> {
  return tx.list(Target, sql`select code as agency_code, name, level, is_above from consultation_targets()`)
}

export async function assignConsultation(tx: Tx, id: string, userId: string): Promise<void> {
  await tx.run(sql`update consultations set assignee_id = ${userId}, state = 'working' where id = ${id}`)
}

export async function answerConsultation(
  tx: Tx,
  answer: { readonly id: string; readonly outcome: ConsultationOutcome; readonly officerId: string },
): Promise<void> {
  await tx.run(sql`
    update consultations set state = 'answered', outcome = ${answer.outcome}, answered_at = ${tx.now},
      assignee_id = coalesce(assignee_id, ${answer.officerId}::uuid)
    where id = ${answer.id}`)
}

export async function transferConsultation(
  tx: Tx,
  move: { readonly id: string; readonly agencyCode: string; readonly dueOn: string; readonly dueProvisional: boolean },
): Promise<void> {
  await tx.run(sql`
    update consultations set agency_code = ${move.agencyCode}, passed_by = array_append(passed_by, agency_code), state = 'received',
      assignee_id = null, due_on = ${move.dueOn}, due_provisional = ${move.dueProvisional}, escalated_at = null, escalated_to = null
    where id = ${move.id}`)
}
