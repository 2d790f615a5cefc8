import type { Client } from 'pg'

/** Every table of the product, by name. */
export async function listTables(admin: Client): Promise<string[]> {
  const { rows } = await admin.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' order by tablename`,
  )
  return rows.map((row) => row.name)
}

/** Hash of the rows of each table, for showing that nothing changed. */
export async function hashTables(admin: Client, except: readonly string[] = []): Promise<Record<string, string>> {
  const hashes: Record<string, string> = {}
  for (const table of await listTables(admin)) {
    if (except.includes(table)) continue
    const { rows } = await admin.query<{ hash: string }>(
      `select count(*) || ':' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') as hash from ${table} t`,
    )
    hashes[table] = rows[0]?.hash ?? ''
  }
  return hashes
}
