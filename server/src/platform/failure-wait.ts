import { z } from 'zod'
import type { Tx } from './db.ts'
import { type Sql, sql } from './sql.ts'

const Failures = z.object({ blockedUntil: z.date().nullable() })

/** Failures in a row of one name, and the wait they earn. */
export interface FailureWait {
  /** Until when the name has to wait, which may be over; null with fewer than five failures. */
  findEnd(tx: Tx, key: Buffer): Promise<Date | null>
  /** One more failure; from the fifth on the wait doubles from 30 seconds up to an hour (S-005). */
  count(tx: Tx, key: Buffer): Promise<void>
  clear(tx: Tx, key: Buffer): Promise<void>
}

/** Growing waits over a table with its own key column beside `failures`, `last_at` and `blocked_until`. */
export function createFailureWait(table: Sql, key: Sql): FailureWait {
  return {
    findEnd: async (tx, name) => {
      const row = await tx.find(Failures, sql`select blocked_until from ${table} where ${key} = ${name}`)
      return row?.blockedUntil ?? null
    },
    count: async (tx, name) => {
      await tx.run(sql`
        insert into ${table} as known (${key}, failures, last_at) values (${name}, 1, ${tx.now})
        on conflict (${key}) do update set failures = known.failures + 1, last_at = ${tx.now},
          blocked_until = case when known.failures + 1 >= 5
            then ${tx.now}::timestamptz + least(interval '1 hour', interval '30 seconds' * power(2, least(known.failures + 1 - 5, 7))) end`)
    },
    clear: async (tx, name) => {
      await tx.run(sql`delete from ${table} where ${key} = ${name}`)
    },
  }
}
