import { z } from 'zod'
import { AgencyLevel } from '@xingtan/contract/agency-reference'
import {
  ConsultationKind,
  ConsultationOutcome,
  ConsultationState,
  ConsultationTopic,
} from '@xingtan/contract/consultation'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

const Desk = z.object({ agencyCode: z.string(), name: z.string(), level: AgencyLevel })

/** Agencies a person of the region may write to, the nearest first. */
export async function listDesks(tx: Tx, regionCode: string): Promise<z.infer<typeof Desk>[]> {
  return tx.list(Desk, sql`select code as agency_code, name, level from consultation_desks(${regionCode})`)
}

export interface NewConsultation {
  readonly id: string
  readonly number: string
  readonly queryHash: Buffer
  readonly kind: ConsultationKind
  readonly topic: ConsultationTopic
  readonly agencyCode: string
  readonly subjectAgencyCode: string | null
  readonly title: string
  readonly bodySealed: Buffer
  readonly registrationNumber: string | null
  readonly contact: 'account' | 'phone' | 'anonymous'
  readonly accountId: string | null
  readonly nameSealed: Buffer | null
  readonly phoneSealed: Buffer | null
  readonly phoneIndex: Buffer | null
  readonly dueOn: string
  readonly dueProvisional: boolean
}

export async function insertConsultation(tx: Tx, item: NewConsultation): Promise<void> {
  await tx.run(sql`
    insert into consultations (id, number, query_hash, kind, topic, agency_code, subject_agency_code, title, body_sealed,
      registration_number, contact, account_id, name_sealed, phone_sealed, phone_index, submitted_at, due_on, due_provisional)
    values (${item.id}, ${item.number}, ${item.queryHash}, ${item.kind}, ${item.topic}, ${item.agencyCode},
      ${item.subjectAgencyCode}, ${item.title}, ${item.bodySealed}, ${item.registrationNumber}, ${item.contact},
      ${item.accountId}, ${item.nameSealed}, ${item.phoneSealed}, ${item.phoneIndex}, ${tx.now}, ${item.dueOn},
      ${item.dueProvisional})`)
}

/** Opens the item to the rest of this transaction when number and code belong together; answers its id. */
export async function openConsultation(tx: Tx, number: string, queryHash: Buffer): Promise<string | undefined> {
  const { id } = await tx.get(
    z.object({ id: z.string().nullable() }),
    sql`select open_consultation(${number}, ${queryHash}) as id`,
  )
  return id ?? undefined
}

const Own = z.object({
  id: z.string(),
  number: z.string(),
  kind: ConsultationKind,
  topic: ConsultationTopic,
  title: z.string(),
  bodySealed: z.instanceof(Buffer),
  agencyName: z.string(),
  state: ConsultationState,
  submittedAt: z.date(),
  dueOn: z.string(),
  outcome: ConsultationOutcome.nullable(),
  score: z.number().nullable(),
  isSolved: z.boolean().nullable(),
})
export type OwnConsultation = z.infer<typeof Own>

const own = sql`c.id, c.number, c.kind, c.topic, c.title, c.body_sealed, g.name as agency_name, c.state, c.submitted_at, c.due_on,
  c.outcome, c.score, c.is_solved`

/** The item if it is open to the caller. */
export async function findOwnConsultation(tx: Tx, id: string): Promise<OwnConsultation | undefined> {
  return tx.find(
    Own,
    sql`select ${own} from consultations c join agencies g on g.code = c.agency_code where c.id = ${id}`,
  )
}

/** Items of the signed-in account, newest first; the last fifty. */
export async function listOwnConsultations(tx: Tx, accountId: string): Promise<OwnConsultation[]> {
  return tx.list(
    Own,
    sql`select ${own} from consultations c join agencies g on g.code = c.agency_code
        where c.account_id = ${accountId} order by c.submitted_at desc limit 50`,
  )
}

/** Stores 满意度 once; answers how many rows it touched. */
export async function rateConsultation(
  tx: Tx,
  rating: { readonly id: string; readonly score: number; readonly isSolved: boolean },
): Promise<number> {
  return tx.run(sql`
    update consultations set score = ${rating.score}, is_solved = ${rating.isSolved}, rated_at = ${tx.now}
    where id = ${rating.id} and state = 'answered' and score is null`)
}
