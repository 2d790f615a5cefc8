import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Config } from './config.ts'
import type { Db } from './platform/db.ts'
import { sql } from './platform/sql.ts'

const MIGRATIONS = readdirSync(join(import.meta.dirname, '..', 'migrations')).filter((name) =>
  name.endsWith('.sql'),
).length

/** More than this between the clock of this machine and the database's, and the node takes no work. */
const SKEW_LIMIT_MS = 2000

const State = z.object({ number: z.number(), databaseNow: z.date() })

/** What keeps this process from taking work, or null: no database, another schema, a clock that is wrong. */
export async function whyNotReady(db: Db, ownNow: () => Date): Promise<'database' | 'schema' | 'clock' | null> {
  try {
    const ask = sql`select coalesce(max(number), 0) as number, clock_timestamp() as database_now from schema_migrations`
    const askedAt = ownNow().getTime()
    const { number, databaseNow } = await db.transaction({}, (tx) => tx.get(State, ask), 'read')
    if (number !== MIGRATIONS) return 'schema'
    // The answer was written somewhere between asking and hearing: only what lies outside that span is skew.
    const early = askedAt - databaseNow.getTime()
    const late = databaseNow.getTime() - ownNow().getTime()
    return Math.max(early, late) > SKEW_LIMIT_MS ? 'clock' : null
  } catch {
    return 'database'
  }
}

/** In production the authorities are spoken to over TLS with their CA pinned and our own certificate, or not at all (S-153). */
export function refusePlainAuthorities(config: Pick<Config, 'AUTHORITY_URL' | 'AUTHORITY_CA_FILE'>): string[] {
  return [
    ...(config.AUTHORITY_URL.startsWith('https:') ? [] : ['AUTHORITY_URL is not https']),
    ...(config.AUTHORITY_CA_FILE === undefined ? ['AUTHORITY_CA_FILE and its two companions are missing'] : []),
  ]
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
