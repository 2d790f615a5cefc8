import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

/** One token of the counter; 0 when taken, else seconds until the next. */
export async function takeCounterToken(
  tx: Tx,
  key: Buffer,
  limit: { readonly seconds: number; readonly burst: number },
): Promise<number> {
  const row = await tx.get(
    z.object({ wait: z.number() }),
    sql`select coalesce(extract(epoch from take_token(${key}, make_interval(secs => ${limit.seconds}), ${limit.burst})), 0)::float8 as wait`,
  )
  return row.wait
}
