import { Client } from 'pg'
import type { z } from 'zod'

/** One moment of the whole database, seen past row-level security; nothing can be written through it. */
export interface Snapshot {
  list<S extends z.ZodType>(row: S, text: string, values?: readonly unknown[]): Promise<z.output<S>[]>
}

/** The connection cannot see every row, so a count of nought would mean nothing. */
export class BlindConnection extends Error {
  override name = 'BlindConnection'
}

/** Reads through an open transaction of this connection. */
export function snapshotOf(client: Client): Snapshot {
  return {
    list: async (row, text, values = []) => {
      const result = await client.query<Record<string, unknown>>(text, [...values])
      return result.rows.map((one) => row.parse(one))
    },
  }
}

/**
 * Runs `work` on one snapshot in a read-only transaction. The connection must belong to the schema's owner or a
 * superuser; throws `BlindConnection` when row-level security would hide rows from it.
 */
export async function withSnapshot<Result>(
  databaseUrl: string,
  work: (snapshot: Snapshot) => Promise<Result>,
): Promise<Result> {
  const client = new Client({ connectionString: databaseUrl })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    await client.query(`set local timezone = 'UTC'`)
    const { rows } = await client.query<{ blind: boolean }>(
      `select row_security_active('applications'::regclass) as blind`,
    )
    if (rows[0]?.blind !== false) throw new BlindConnection('row-level security hides rows from this connection')
    return await work(snapshotOf(client))
  } finally {
    await client.end()
  }
}
