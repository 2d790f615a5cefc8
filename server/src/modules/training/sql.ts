import { z } from 'zod'
import { TrainingKind } from '@xingtan/contract/office/training'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

const SessionRow = z.object({
  sessionId: z.string(),
  agencyCode: z.string(),
  agencyName: z.string(),
  kinds: z.array(TrainingKind),
  topic: z.string(),
  heldFrom: z.string(),
  heldTo: z.string(),
  place: z.string(),
  head: z.string(),
  isWhole: z.boolean(),
  materialFileId: z.string().nullable(),
  withdrawnBecause: z.string().nullable(),
  attendedCount: z.number(),
})
export type SessionRow = z.infer<typeof SessionRow>

const SESSION = sql`select s.id as session_id, s.agency_code, a.name as agency_name, s.kinds, s.topic, s.held_from, s.held_to,
    s.place, s.head, s.is_whole, s.material_file_id, s.withdrawn_because,
    (select count(*)::int from training_attendances t where t.session_id = s.id and t.attended) as attended_count
  from training_sessions s join agencies a on a.code = s.agency_code`

/** Trainings of a year of the asking agency and those above it, newest first. */
export async function listSessions(tx: Tx, year: number): Promise<SessionRow[]> {
  return tx.list(
    SessionRow,
    sql`${SESSION} where s.held_to between ${`${year}-01-01`} and ${`${year}-12-31`}
        order by s.held_to desc, s.recorded_at desc limit 200`,
  )
}

/** A training in scope. */
export async function findSession(tx: Tx, sessionId: string): Promise<SessionRow | undefined> {
  return tx.find(SessionRow, sql`${SESSION} where s.id = ${sessionId}`)
}

/** The same of the own agency under its lock. */
export async function lockSession(tx: Tx, sessionId: string, agencyCode: string): Promise<SessionRow | undefined> {
  const held = await tx.find(
    z.object({ id: z.string() }),
    sql`select id from training_sessions where id = ${sessionId} and agency_code = ${agencyCode} for update`,
  )
  return held === undefined ? undefined : findSession(tx, sessionId)
}

export interface NewSession {
  readonly id: string
  readonly agencyCode: string
  readonly kinds: readonly TrainingKind[]
  readonly topic: string
  readonly heldFrom: string
  readonly heldTo: string
  readonly place: string
  readonly head: string
  readonly isWhole: boolean
  readonly by: string
}

/** Answers whether it is new: one of a topic and day. */
export async function insertSession(tx: Tx, row: NewSession): Promise<boolean> {
  const count = await tx.run(
    sql`insert into training_sessions (id, agency_code, kinds, topic, held_from, held_to, place, head, is_whole, recorded_by, recorded_at)
        values (${row.id}, ${row.agencyCode}, ${[...row.kinds]}, ${row.topic}, ${row.heldFrom}, ${row.heldTo}, ${row.place},
          ${row.head}, ${row.isWhole}, ${row.by}, ${tx.now})
        on conflict do nothing`,
  )
  return count === 1
}

export async function attachMaterial(tx: Tx, sessionId: string, fileId: string): Promise<void> {
  await tx.run(sql`update training_sessions set material_file_id = ${fileId} where id = ${sessionId}`)
}

export async function withdrawSession(
  tx: Tx,
  { sessionId, userId, reason }: { readonly sessionId: string; readonly userId: string; readonly reason: string },
): Promise<void> {
  await tx.run(
    sql`update training_sessions set withdrawn_by = ${userId}, withdrawn_at = ${tx.now}, withdrawn_because = ${reason}
        where id = ${sessionId} and withdrawn_at is null`,
  )
}
