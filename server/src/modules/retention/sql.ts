import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'
import type { Lifetime } from './lifetimes.ts'

/** Rows taken in one statement: short locks, and the next run goes on. */
const CHUNK = 20_000

/** Deletes rows that have outlived their hours; answers how many. */
export async function deleteOutlived(tx: Tx, { table, instant, hours }: Lifetime): Promise<number> {
  return tx.run(sql`
    delete from ${table} where ctid = any(array(
      select ctid from ${table} where ${instant} <= ${tx.now}::timestamptz - make_interval(hours => ${hours}) limit ${CHUNK}))`)
}

/** Counters of the door that nobody moved for a day, and work that is done; neither names a person. */
export async function deleteWorn(tx: Tx): Promise<void> {
  await tx.run(sql`delete from rate_counters where arrival_at < clock_timestamp() - interval '1 day'`)
  await tx.run(sql`delete from jobs where state = 'done' and finished_at < ${tx.now}::timestamptz - interval '7 days'`)
}
