import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

/** Deletes what has served its time; legal records are not among these tables. */
export async function deleteSpentSecrets(tx: Tx): Promise<void> {
  await tx.run(sql`delete from challenges where expires_at < ${tx.now}::timestamptz - interval '1 hour'`)
  await tx.run(sql`delete from phone_codes where expires_at < ${tx.now}::timestamptz - interval '1 day'`)
  await tx.run(sql`delete from sign_in_tickets where expires_at < ${tx.now}::timestamptz - interval '1 day'`)
  await tx.run(sql`delete from sessions where ends_at < ${tx.now}::timestamptz - interval '1 day'`)
  await tx.run(sql`delete from sign_in_failures where last_at < ${tx.now}::timestamptz - interval '1 day'`)
  await tx.run(sql`delete from rate_counters where arrival_at < clock_timestamp() - interval '1 day'`)
  await tx.run(sql`delete from jobs where state = 'done' and finished_at < ${tx.now}::timestamptz - interval '7 days'`)
}
