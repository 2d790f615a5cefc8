import { z } from 'zod'
import { QualificationType } from '@xingtan/contract/qualification'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

export interface NewMove {
  readonly id: string
  readonly applicationId: string
  readonly fromAgency: string
  readonly toAgency: string
  readonly reason: string
  readonly proposedBy: string
}

export async function insertMove(tx: Tx, move: NewMove): Promise<void> {
  await tx.run(sql`
    insert into case_moves (id, application_id, from_agency, to_agency, reason, proposed_by, proposed_at, state)
    values (${move.id}, ${move.applicationId}, ${move.fromAgency}, ${move.toAgency}, ${move.reason}, ${move.proposedBy},
      ${tx.now}, 'proposed')`)
}

const Move = z.object({
  id: z.string(),
  applicationId: z.string(),
  /** Null once the case is out of the reader's reach. */
  registrationNumber: z.string().nullable(),
  qualificationType: QualificationType.nullable(),
  fromAgency: z.string(),
  toAgency: z.string(),
  fromName: z.string(),
  toName: z.string(),
  reason: z.string(),
  proposedBy: z.string(),
  proposedAt: z.date(),
  state: z.enum(['proposed', 'accepted', 'declined', 'recalled']),
  answer: z.string().nullable(),
})
export type Move = z.infer<typeof Move>

const selected = sql`select m.id, m.application_id, a.registration_number, a.qualification_type, m.from_agency, m.to_agency,
    f.name as from_name, t.name as to_name, m.reason, p.name as proposed_by, m.proposed_at, m.state, m.answer
  from case_moves m left join applications a on a.id = m.application_id
    join agencies f on f.code = m.from_agency join agencies t on t.code = m.to_agency
    join staff_users u on u.id = m.proposed_by join staff_people p on p.id = u.person_id`

/** Moves that wait for this office. */
export async function listIncomingMoves(tx: Tx): Promise<Move[]> {
  return tx.list(
    Move,
    sql`${selected} where m.to_agency = app_agency_code() and m.state = 'proposed' order by m.proposed_at, m.id limit 100`,
  )
}

/** What this office has asked others to take, newest first. */
export async function listOutgoingMoves(tx: Tx): Promise<Move[]> {
  return tx.list(
    Move,
    sql`${selected} where m.from_agency = app_agency_code() order by m.proposed_at desc, m.id limit 50`,
  )
}

export async function findIncomingMove(tx: Tx, id: string): Promise<Move | undefined> {
  return tx.find(Move, sql`${selected} where m.id = ${id} and m.to_agency = app_agency_code()`)
}

export async function findOutgoingMove(tx: Tx, id: string): Promise<Move | undefined> {
  return tx.find(Move, sql`${selected} where m.id = ${id} and m.from_agency = app_agency_code()`)
}

/** Answers a move that still waits; false when somebody was faster. */
export async function markMoveAnswered(
  tx: Tx,
  move: {
    readonly id: string
    readonly state: 'accepted' | 'declined' | 'recalled'
    readonly officerId: string
    readonly answer: string | null
  },
): Promise<boolean> {
  const count = await tx.run(sql`
    update case_moves set state = ${move.state}, answered_by = ${move.officerId}, answered_at = ${tx.now},
      answer = ${move.answer} where id = ${move.id} and state = 'proposed'`)
  return count === 1
}

const Taken = z.object({ taken: z.number() })

/** Takes the case over to a point of this office: the row changes its agency, and everything that hangs on it follows. */
export async function takeMovedCase(
  tx: Tx,
  moveId: string,
  point: { readonly id: string; readonly name: string; readonly address: string },
): Promise<boolean> {
  const { taken } = await tx.get(
    Taken,
    sql`select accept_case_move(${moveId}, ${point.id}, ${point.name}, ${point.address}) as taken`,
  )
  return taken === 1
}

const OwnPoint = z.object({ id: z.string(), name: z.string() })

/** Points of this office that are in use. */
export async function listOwnPoints(tx: Tx): Promise<z.infer<typeof OwnPoint>[]> {
  return tx.list(
    OwnPoint,
    sql`select id, name from points where agency_code = app_agency_code() and is_active order by code`,
  )
}
