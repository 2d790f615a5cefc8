import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { createFailureWait } from '../../platform/failure-wait.ts'
import { sql } from '../../platform/sql.ts'

const Bytes = z.instanceof(Buffer)
const Session = z.object({
  id: z.string(),
  accountId: z.string(),
  seenAt: z.date(),
  endsAt: z.date(),
})
export type Session = z.infer<typeof Session>

/** The live session behind a cookie: 30 minutes idle, 12 hours in all; looking extends the idle time (S-022). */
export async function touchSession(tx: Tx, tokenHash: Buffer): Promise<Session | undefined> {
  const live = await tx.find(
    Session,
    sql`select id, account_id, seen_at, ends_at from sessions
        where token_hash = ${tokenHash} and ended_at is null and ends_at > ${tx.now}
          and seen_at > ${tx.now}::timestamptz - interval '30 minutes'`,
  )
  // A write a minute is enough to keep the idle clock; more would be work on every read.
  if (live !== undefined && tx.now.getTime() - live.seenAt.getTime() > 60_000) {
    await tx.run(sql`update sessions set seen_at = ${tx.now} where id = ${live.id}`)
  }
  return live
}

export async function insertSession(
  tx: Tx,
  session: { readonly tokenHash: Buffer; readonly accountId: string; readonly deviceHash: Buffer },
): Promise<void> {
  await tx.run(sql`
    insert into sessions (id, token_hash, account_id, device_hash, started_at, seen_at, ends_at)
    values (${randomUUID()}, ${session.tokenHash}, ${session.accountId}, ${session.deviceHash}, ${tx.now}, ${tx.now},
      ${tx.now}::timestamptz + interval '12 hours')`)
  // At most three live sessions a person; the oldest give way (S-023).
  await tx.run(sql`
    update sessions set ended_at = ${tx.now} where id in (
      select id from sessions where account_id = ${session.accountId} and ended_at is null order by started_at desc, id offset 3)`)
}

export async function endSession(tx: Tx, sessionId: string): Promise<void> {
  await tx.run(sql`update sessions set ended_at = ${tx.now} where id = ${sessionId} and ended_at is null`)
}

/** Every session of a person is gone; their cookies are worthless. */
export async function deleteSessionsOf(tx: Tx, accountId: string): Promise<void> {
  await tx.run(sql`delete from sessions where account_id = ${accountId}`)
}

export async function isKnownDevice(tx: Tx, accountId: string, deviceHash: Buffer): Promise<boolean> {
  const rows = await tx.list(
    z.object({ known: z.boolean() }),
    sql`select true as known from devices where account_id = ${accountId} and device_hash = ${deviceHash}`,
  )
  return rows.length > 0
}

export async function rememberDevice(tx: Tx, accountId: string, deviceHash: Buffer): Promise<void> {
  await tx.run(sql`
    insert into devices (account_id, device_hash, known_since) values (${accountId}, ${deviceHash}, ${tx.now}) on conflict do nothing`)
}

const Ticket = z.object({ id: z.string(), accountId: z.string(), codeHash: Bytes, tries: z.number() })
export type Ticket = z.infer<typeof Ticket>

export async function insertTicket(
  tx: Tx,
  ticket: {
    readonly ticketHash: Buffer
    readonly accountId: string
    readonly deviceHash: Buffer
    readonly codeHash: Buffer
    readonly expiresAt: Date
  },
): Promise<void> {
  await tx.run(sql`
    insert into sign_in_tickets (id, ticket_hash, account_id, device_hash, code_hash, expires_at)
    values (${randomUUID()}, ${ticket.ticketHash}, ${ticket.accountId}, ${ticket.deviceHash}, ${ticket.codeHash}, ${ticket.expiresAt})`)
}

/** Counts one try on the ticket and returns it while it lives: five tries, its own device, one use. */
export async function takeTicketTry(tx: Tx, ticketHash: Buffer, deviceHash: Buffer): Promise<Ticket | undefined> {
  return tx.find(
    Ticket,
    sql`update sign_in_tickets set tries = tries + 1
        where ticket_hash = ${ticketHash} and device_hash = ${deviceHash} and used_at is null and expires_at > ${tx.now} and tries < 5
        returning id, account_id, code_hash, tries`,
  )
}

/** Uses the ticket up: true once, also when two come at the same instant. */
export async function markTicketUsed(tx: Tx, ticketId: string): Promise<boolean> {
  const used = await tx.run(
    sql`update sign_in_tickets set used_at = ${tx.now} where id = ${ticketId} and used_at is null`,
  )
  return used === 1
}

/** Failed sign-ins in a row of a person's number (S-005). */
export const SIGN_IN_FAILURES = createFailureWait(sql`sign_in_failures`, sql`person_index`)
