import { type Sql, sql } from '../../platform/sql.ts'

/** How long rows of a table are kept after an instant of theirs. Legal records stay and are not in this table. */
export interface Lifetime {
  /** Its text is also its name in the report. */
  readonly table: Sql
  /** From when the hours count. */
  readonly instant: Sql
  readonly hours: number
}

const EXPIRES = sql`expires_at`

/** A log of who signed in or asked has to be kept for six months at least (网络安全法 art. 21); here 184 days. */
const LOG_HOURS = 184 * 24

/**
 * S-129 (个人信息保护法 art. 19 and 47): spent secrets go after a day, traces of use after the months the law asks for.
 * Rows that point at others come before them.
 */
export const LIFETIMES: readonly Lifetime[] = [
  { table: sql`challenges`, instant: EXPIRES, hours: 1 },
  { table: sql`phone_codes`, instant: EXPIRES, hours: 24 },
  { table: sql`phone_sends`, instant: sql`last_at`, hours: 48 },
  { table: sql`sign_in_tickets`, instant: EXPIRES, hours: 24 },
  { table: sql`sign_in_failures`, instant: sql`last_at`, hours: 24 },
  { table: sql`sessions`, instant: sql`ends_at`, hours: 24 },
  { table: sql`staff_key_proofs`, instant: EXPIRES, hours: 24 },
  { table: sql`staff_passkey_offers`, instant: EXPIRES, hours: 24 },
  { table: sql`staff_passkey_codes`, instant: EXPIRES, hours: 24 },
  { table: sql`staff_sign_ins`, instant: EXPIRES, hours: 24 },
  { table: sql`staff_failures`, instant: sql`last_at`, hours: 24 },
  { table: sql`staff_sessions`, instant: sql`ends_at`, hours: LOG_HOURS },
  { table: sql`staff_security_events`, instant: sql`occurred_at`, hours: LOG_HOURS },
  { table: sql`certificate_queries`, instant: sql`at`, hours: LOG_HOURS },
  { table: sql`idempotency_keys`, instant: sql`created_at`, hours: 30 * 24 },
]
