import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

const DrawRow = z.object({
  id: z.string(),
  pointId: z.string(),
  agencyCode: z.string(),
  day: z.string(),
  seedHash: z.string(),
  requestsUntil: z.date(),
  drawnAt: z.date().nullable(),
  seed: z.string().nullable(),
})
export type DrawRow = z.infer<typeof DrawRow>

const columns = sql`id, point_id, agency_code, day, seed_hash, requests_until, drawn_at, seed`

export async function findDraw(tx: Tx, id: string): Promise<DrawRow | undefined> {
  return tx.find(DrawRow, sql`select ${columns} from appointment_draws where id = ${id}`)
}

/** Draws of a point from today on. */
export async function listDraws(tx: Tx, pointId: string): Promise<DrawRow[]> {
  return tx.list(
    DrawRow,
    sql`select ${columns} from appointment_draws where point_id = ${pointId} and day >= ${tx.today} order by day`,
  )
}

export async function listDrawDays(tx: Tx, pointId: string): Promise<string[]> {
  const rows = await tx.list(
    z.object({ day: z.string() }),
    sql`select day from appointment_draws where point_id = ${pointId}`,
  )
  return rows.map(({ day }) => day)
}

export interface NewDraw {
  readonly id: string
  readonly pointId: string
  readonly agencyCode: string
  readonly day: string
  readonly seedHash: string
  readonly seedSealed: Buffer
  readonly requestsUntil: Date
}

export async function insertDraws(tx: Tx, draws: readonly NewDraw[]): Promise<void> {
  const rows = draws.map(({ seedSealed, ...draw }) => ({ ...draw, seedSealed: seedSealed.toString('hex') }))
  await tx.run(sql`
    insert into appointment_draws (id, point_id, agency_code, day, seed_hash, seed_sealed, requests_until)
    select d.id, d."pointId", d."agencyCode", d.day, d."seedHash", decode(d."seedSealed", 'hex'), d."requestsUntil"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as d (id uuid, "pointId" uuid, "agencyCode" text, day date,
      "seedHash" text, "seedSealed" text, "requestsUntil" timestamptz)`)
}

const OpenDraw = z.object({
  id: z.string(),
  pointId: z.string(),
  agencyCode: z.string(),
  day: z.string(),
  seedSealed: z.instanceof(Buffer),
})

/** The draw under its lock when it is due and not drawn yet; asked by the worker alone, which may see the sealed seed. */
export async function lockDueDraw(tx: Tx, id: string): Promise<z.infer<typeof OpenDraw> | undefined> {
  return tx.find(
    OpenDraw,
    sql`select id, point_id, agency_code, day, seed_sealed from appointment_draws
        where id = ${id} and drawn_at is null and requests_until <= ${tx.now} for update`,
  )
}

const RequestRow = z.object({
  id: z.string(),
  drawId: z.string(),
  applicationId: z.string(),
  accountId: z.string(),
  personIndex: z.instanceof(Buffer),
  slotIds: z.array(z.string()),
})
export type RequestRow = z.infer<typeof RequestRow>

const requestColumns = sql`id, draw_id, application_id, account_id, person_index, slot_ids`

export async function listWaitingRequests(tx: Tx, drawId: string): Promise<RequestRow[]> {
  return tx.list(
    RequestRow,
    sql`select ${requestColumns} from appointment_requests where draw_id = ${drawId} and state = 'waiting' order by id for update`,
  )
}

/** The request of a case that waits for its draw. */
export async function findWaitingRequest(tx: Tx, applicationId: string): Promise<RequestRow | undefined> {
  return tx.find(
    RequestRow,
    sql`select ${requestColumns} from appointment_requests where application_id = ${applicationId} and state = 'waiting'`,
  )
}

const LastDraw = z.object({ drawId: z.string(), day: z.string(), isWon: z.boolean() })

export async function findLastDraw(tx: Tx, applicationId: string): Promise<z.infer<typeof LastDraw> | undefined> {
  return tx.find(
    LastDraw,
    sql`select d.id as draw_id, d.day, r.state = 'won' as is_won
        from appointment_requests r join appointment_draws d on d.id = r.draw_id
        where r.application_id = ${applicationId} and r.state in ('won', 'lost') order by d.drawn_at desc limit 1`,
  )
}

/** Asks for a place in a draw; false when the person asks in one already. */
export async function insertRequest(tx: Tx, row: RequestRow): Promise<boolean> {
  const added = await tx.run(sql`
    insert into appointment_requests (id, draw_id, application_id, account_id, person_index, slot_ids, asked_at)
    values (${row.id}, ${row.drawId}, ${row.applicationId}, ${row.accountId}, ${row.personIndex}, ${[...row.slotIds]}::uuid[],
      ${tx.now})
    on conflict (person_index) where state = 'waiting' do nothing`)
  return added === 1
}

export async function withdrawRequest(tx: Tx, id: string): Promise<void> {
  await tx.run(sql`update appointment_requests set state = 'withdrawn' where id = ${id} and state = 'waiting'`)
}

/** What became of one request. */
export async function markDrawn(
  tx: Tx,
  request: { readonly id: string; readonly place: number; readonly slotId: string | null },
): Promise<void> {
  await tx.run(sql`
    update appointment_requests set state = ${request.slotId === null ? 'lost' : 'won'}, place = ${request.place},
      slot_id = ${request.slotId} where id = ${request.id}`)
}

/** The seed becomes public and what is left of the day goes first come, first served. */
export async function revealDraw(
  tx: Tx,
  draw: { readonly id: string; readonly pointId: string; readonly day: string },
  seed: string,
): Promise<void> {
  await tx.run(sql`update appointment_draws set drawn_at = ${tx.now}, seed = ${seed} where id = ${draw.id}`)
  await tx.run(sql`
    update appointment_slots set released_at = ${tx.now}
    where point_id = ${draw.pointId} and day = ${draw.day} and released_at is null`)
}

const Entry = z.object({ requestId: z.string(), place: z.number(), isWon: z.boolean() })

export async function listDrawEntries(tx: Tx, drawId: string): Promise<z.infer<typeof Entry>[]> {
  return tx.list(Entry, sql`select request_id, place, is_won from draw_entries(${drawId})`)
}
