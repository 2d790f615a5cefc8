import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Db } from './platform/db.ts'
import { sql } from './platform/sql.ts'

const MIGRATIONS = readdirSync(join(import.meta.dirname, '..', 'migrations')).filter((name) =>
  name.endsWith('.sql'),
).length

/** Ready: the database answers and has the schema this program was written for. */
export async function isReady(db: Db): Promise<boolean> {
  try {
    const { number } = await db.transaction(
      {},
      (tx) =>
        tx.get(z.object({ number: z.number() }), sql`select coalesce(max(number), 0) as number from schema_migrations`),
      'read',
    )
    return number === MIGRATIONS
  } catch {
    return false
  }
}

const Setting = z.object({ name: z.string(), setting: z.string() })

/** Production does not run with demo doors, as root, or on a database that may lose what it acknowledged. */
export async function refuseUnsafeProduction(db: Db, isRoot: boolean): Promise<string[]> {
  const { offsets, settings } = await db.transaction(
    {},
    async (tx) => ({
      offsets: await tx.list(z.object({ isOnly: z.boolean() }), sql`select is_only from clock_offsets`),
      settings: await tx.list(
        Setting,
        sql`select name, setting from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit')`,
      ),
    }),
    'read',
  )
  return [
    ...(isRoot ? ['the process runs as root'] : []),
    ...(offsets.length > 0 ? ['the clock is moved (clock_offsets)'] : []),
    ...settings.filter((row) => row.setting === 'off').map((row) => `${row.name} is off`),
  ]
}
