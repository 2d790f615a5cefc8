import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

/** What lets a passkey in: the session of an SM2 key, or a registration code. */
export type OfferGround = { readonly sessionId: string } | { readonly codeId: string }

export async function insertOffer(
  tx: Tx,
  offer: {
    readonly ticketHash: Buffer
    readonly userId: string
    readonly deviceHash: Buffer
    readonly ground: OfferGround
    readonly challenge: string
    readonly expiresAt: Date
  },
): Promise<void> {
  const { ground } = offer
  const sessionId = 'sessionId' in ground ? ground.sessionId : null
  const codeId = 'codeId' in ground ? ground.codeId : null
  await tx.run(sql`
    insert into staff_passkey_offers (id, ticket_hash, user_id, device_hash, session_id, code_id, challenge, expires_at)
    values (${randomUUID()}, ${offer.ticketHash}, ${offer.userId}, ${offer.deviceHash}, ${sessionId}, ${codeId},
      ${offer.challenge}, ${offer.expiresAt})`)
}

const TakenOffer = z.object({
  userId: z.string(),
  agencyCode: z.string(),
  challenge: z.string(),
  codeId: z.string().nullable(),
})
export type TakenOffer = z.infer<typeof TakenOffer>

/**
 * Takes an offer: once, within its 60 seconds, in the browser that asked, in the session it belongs to (null: by code);
 * the user must still be admitted.
 */
export async function takeOffer(
  tx: Tx,
  given: { readonly ticketHash: Buffer; readonly deviceHash: Buffer; readonly sessionId: string | null },
): Promise<TakenOffer | undefined> {
  return tx.find(
    TakenOffer,
    sql`update staff_passkey_offers o set used_at = ${tx.now}
        from staff_users u join staff_people p on p.id = u.person_id
        where u.id = o.user_id and u.enabled and p.filed_from <= ${tx.now} and p.filed_until > ${tx.now}
          and o.ticket_hash = ${given.ticketHash} and o.device_hash = ${given.deviceHash}
          and o.session_id is not distinct from ${given.sessionId} and o.used_at is null and o.expires_at > ${tx.now}
        returning o.user_id, u.agency_code, o.challenge, o.code_id`,
  )
}

/** Gives a user a new code; an older open one is over. */
export async function insertPasskeyCode(
  tx: Tx,
  code: { readonly userId: string; readonly codeHash: Buffer; readonly issuedBy: string; readonly expiresAt: Date },
): Promise<string> {
  await tx.run(
    sql`update staff_passkey_codes set used_at = ${tx.now} where user_id = ${code.userId} and used_at is null`,
  )
  const id = randomUUID()
  await tx.run(sql`
    insert into staff_passkey_codes (id, user_id, code_hash, issued_by, issued_at, expires_at)
    values (${id}, ${code.userId}, ${code.codeHash}, ${code.issuedBy}, ${tx.now}, ${code.expiresAt})`)
  return id
}

const CodeId = z.object({ id: z.string() })

/** The open code of a user that these digits are, or undefined. */
export async function findPasskeyCode(tx: Tx, userId: string, codeHash: Buffer): Promise<string | undefined> {
  const row = await tx.find(
    CodeId,
    sql`select id from staff_passkey_codes
        where user_id = ${userId} and code_hash = ${codeHash} and used_at is null and expires_at > ${tx.now}`,
  )
  return row?.id
}

/** Uses a code up: once, within its ten minutes. */
export async function takePasskeyCode(tx: Tx, codeId: string): Promise<boolean> {
  const taken = await tx.run(sql`
    update staff_passkey_codes set used_at = ${tx.now} where id = ${codeId} and used_at is null and expires_at > ${tx.now}`)
  return taken === 1
}

const CodeHolder = z.object({ id: z.string(), name: z.string(), agencyName: z.string() })

/** A user of the officer's own agency or of one below, by name. */
export async function findUserInScope(tx: Tx, username: string): Promise<z.infer<typeof CodeHolder> | undefined> {
  return tx.find(
    CodeHolder,
    sql`select u.id, p.name, a.name as agency_name
        from staff_users u join staff_people p on p.id = u.person_id join agencies a on a.code = u.agency_code
        where u.username = ${username} and agency_is_under(u.agency_code, app_agency_code())`,
  )
}
