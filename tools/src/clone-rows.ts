import { createHash } from 'node:crypto'
import { type Client, escapeIdentifier, escapeLiteral } from 'pg'

/** The id that stands for `id` in copy number `copy`, in the form of a random one; SQL and program make the same. */
export function copiedId(id: string, copy: number): string {
  const hex = createHash('md5').update(`${id}${copy}`).digest('hex')
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-8$4-$5')
}

/** The same for 32 bytes written in hex, such as a blind index. */
export function copiedHash(hex: string, copy: number): string {
  return createHash('sha256').update(`${hex}${copy}`).digest('hex')
}

export interface CloneWish {
  /** Rows to copy, parents first: table and condition. */
  readonly rows: readonly (readonly [table: string, where: string])[]
  /** Ids that become others in every copy; wherever they appear in a row. */
  readonly ids: readonly string[]
  /** Hex of 32 bytes that become others likewise. */
  readonly hashes: readonly string[]
  /** Further replacements: text of the row as JSON, and the SQL of what stands there in copy `i`. */
  readonly texts?: readonly (readonly [text: string, sql: string])[]
  readonly first: number
  readonly count: number
}

function replaceAll(wish: CloneWish): string {
  let sql = 'to_jsonb(t)::text'
  const replace = (from: string, to: string) => {
    sql = `replace(${sql}, ${escapeLiteral(from)}, ${to})`
  }
  for (const id of wish.ids)
    replace(id, `overlay(overlay(md5(${escapeLiteral(id)} || i) placing '4' from 13) placing '8' from 17)::uuid::text`)
  for (const hex of wish.hashes) replace(hex, `encode(sha256(convert_to(${escapeLiteral(hex)} || i, 'UTF8')), 'hex')`)
  for (const [from, to] of wish.texts ?? []) replace(from, to)
  return sql
}

async function listColumns(client: Client, table: string): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    `select column_name as name from information_schema.columns
     where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER' order by ordinal_position`,
    [table],
  )
  return rows.map(({ name }) => escapeIdentifier(name)).join(', ')
}

/** Copies rows many times with other ids, entirely inside the database. The connection is a superuser's. */
export async function cloneRows(client: Client, wish: CloneWish): Promise<void> {
  await client.query('begin')
  // Foreign keys hold by construction; asking for each of a million rows takes minutes.
  await client.query('set local session_replication_role = replica')
  for (const [table, where] of wish.rows) {
    const columns = await listColumns(client, table)
    // Beside the generator, so that a row is made once and not once for each of its columns.
    await client.query(
      `insert into ${table} (${columns}) select ${columns}
       from (select copied.* from ${table} t
         cross join generate_series(${wish.first}, ${wish.first + wish.count - 1}) i
         cross join lateral jsonb_populate_record(null::${table}, (${replaceAll(wish)})::jsonb) copied
         where ${where.replaceAll(/^(\w+) /g, 't.$1 ')}) rows`,
    )
  }
  await client.query('commit')
}
