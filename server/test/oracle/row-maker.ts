import { randomBytes, randomUUID } from 'node:crypto'
import type { Client } from 'pg'
import { z } from 'zod'

/** A row as the oracle knows it: every column as JSON has it. */
export interface Row {
  readonly table: string
  readonly values: Readonly<Record<string, unknown>>
}

/** Chooses one of several; the choice is fast-check’s. */
export type Pick = <T>(options: readonly T[]) => T

const Column = z.object({
  table: z.string(),
  name: z.string(),
  type: z.string(),
  required: z.boolean(),
  hasDefault: z.boolean(),
  isKey: z.boolean(),
  mayChange: z.boolean(),
})
export type Column = z.infer<typeof Column>

const Link = z.object({
  table: z.string(),
  columns: z.array(z.string()),
  target: z.string(),
  targetColumns: z.array(z.string()),
})
type Link = z.infer<typeof Link>

const Grants = z.object({
  table: z.string(),
  isGuarded: z.boolean(),
  reads: z.boolean(),
  adds: z.boolean(),
  removes: z.boolean(),
})

export interface Shape {
  readonly columns: ReadonlyMap<string, readonly Column[]>
  readonly links: ReadonlyMap<string, readonly Link[]>
  /** Words a check allows, by `table.column`. */
  readonly words: ReadonlyMap<string, readonly string[]>
  readonly grants: ReadonlyMap<string, z.infer<typeof Grants>>
  /** Every table the offices’ face may touch, owners before those that point at them. */
  readonly order: readonly string[]
}

async function list<S extends z.ZodType>(admin: Client, row: S, text: string): Promise<z.output<S>[]> {
  const { rows } = await admin.query<Record<string, unknown>>(text)
  return rows.map((one) => row.parse(one))
}

const COLUMNS = `
  select c.relname as table, a.attname as name, format_type(a.atttypid, null) as type, a.attnotnull as required,
    a.atthasdef as "hasDefault",
    coalesce(a.attnum = any (k.conkey), false) as "isKey", has_column_privilege('office_face', c.oid, a.attnum, 'update') as "mayChange"
  from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attidentity = ''
    left join pg_constraint k on k.conrelid = c.oid and k.contype = 'p'
  where c.relkind = 'r' order by c.relname, a.attnum`

const LINKS = `
  select k.conrelid::regclass::text as table, k.confrelid::regclass::text as target,
    array(select a.attname::text from unnest(k.conkey) with ordinality u(n, o) join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.n order by o) as columns,
    array(select a.attname::text from unnest(k.confkey) with ordinality u(n, o) join pg_attribute a on a.attrelid = k.confrelid and a.attnum = u.n order by o) as "targetColumns"
  from pg_constraint k join pg_namespace n on n.oid = k.connamespace and n.nspname = 'public'
  where k.contype = 'f' and k.conrelid <> k.confrelid order by cardinality(k.conkey)`

const GRANTS = `
  select c.relname as table, c.relrowsecurity as "isGuarded", has_any_column_privilege('office_face', c.oid, 'select') as reads,
    has_any_column_privilege('office_face', c.oid, 'insert') as adds, has_table_privilege('office_face', c.oid, 'delete') as removes
  from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public' where c.relkind = 'r'`

const CHECKS = `
  select conrelid::regclass::text as table, pg_get_constraintdef(oid) as text from pg_constraint
  where contype = 'c' and connamespace = 'public'::regnamespace`

function readWords(checks: readonly { table: string; text: string }[]): Map<string, string[]> {
  const words = new Map<string, string[]>()
  for (const { table, text } of checks) {
    const found = /^CHECK \(\(+"?(\w+)"? = ANY \(ARRAY\[([^\]]+)\]/.exec(text)
    if (found === null) continue
    const options = [...(found[2] ?? '').matchAll(/'([^']*)'/g)].map((one) => one[1] ?? '')
    if (options.length > 0) words.set(`${table}.${found[1]}`, options)
  }
  return words
}

/** Owners first; rings are cut where they close. */
function orderTables(names: readonly string[], links: ReadonlyMap<string, readonly Link[]>): string[] {
  const done = new Set<string>()
  const visit = (name: string, way: ReadonlySet<string>): void => {
    if (done.has(name) || way.has(name)) return
    for (const { target } of links.get(name) ?? []) visit(target, new Set([...way, name]))
    done.add(name)
  }
  for (const name of names) visit(name, new Set())
  return [...done]
}

/** Reads what the tables look like, then takes the checks away: whose a row is has nothing to do with what is in it. */
export async function readShape(admin: Client): Promise<Shape> {
  const columns = Map.groupBy(await list(admin, Column, COLUMNS), ({ table }) => table)
  const links = Map.groupBy(await list(admin, Link, LINKS), ({ table }) => table)
  const checks = await list(admin, z.object({ table: z.string(), text: z.string() }), CHECKS)
  const grants = new Map((await list(admin, Grants, GRANTS)).map((one) => [one.table, one]))
  const touched = [...columns.keys()].filter((name) => grants.get(name)?.reads === true)
  const { rows } = await admin.query<{ table: string; name: string }>(
    `select conrelid::regclass::text as table, conname as name from pg_constraint
     where contype in ('c', 'x') and connamespace = 'public'::regnamespace and conrelid <> 0`,
  )
  for (const { table, name } of rows) await admin.query(`alter table ${table} drop constraint "${name}"`)
  return { columns, links, words: readWords(checks), grants, order: orderTables(touched, links) }
}

const SMALL: Readonly<Record<string, () => unknown>> = {
  uuid: randomUUID,
  text: () => randomBytes(6).toString('hex'),
  bytea: () => `\\x${randomBytes(8).toString('hex')}`,
  jsonb: () => ({}),
  boolean: () => false,
  smallint: () => 1,
  integer: () => Number.parseInt(randomBytes(3).toString('hex'), 16),
  bigint: () => Number.parseInt(randomBytes(3).toString('hex'), 16),
  date: () => '2026-10-12',
  'timestamp with time zone': () => '2026-10-12T02:00:00Z',
  inet: () => '127.0.0.1',
  cidr: () => '127.0.0.0/8',
  'time without time zone': () => '10:00',
  numeric: () => 1,
}

/** Lays rows of any table from its shape: words its checks allow, owners that are there. */
export class RowMaker {
  readonly #shape: Shape
  readonly #pick: Pick
  readonly #laid: (table: string) => readonly Row[]

  constructor(shape: Shape, pick: Pick, laid: (table: string) => readonly Row[]) {
    this.#shape = shape
    this.#pick = pick
    this.#laid = laid
  }

  make(table: string, told: Readonly<Record<string, unknown>> = {}): Row {
    const values: Record<string, unknown> = {}
    for (const column of this.#shape.columns.get(table) ?? []) values[column.name] = this.#value(column)
    for (const link of this.#shape.links.get(table) ?? []) this.#point(values, link)
    return { table, values: { ...values, ...told } }
  }

  #value({ table, name, type, required }: Column): unknown {
    if (!required && this.#pick([true, false])) return null
    const words = this.#shape.words.get(`${table}.${name}`)
    if (words !== undefined) return this.#pick(words)
    if (type.endsWith('[]')) return []
    const make = SMALL[type]
    if (make === undefined) throw new Error(`${table}.${name} is of a kind nobody fills: ${type}`)
    return make()
  }

  #point(values: Record<string, unknown>, { columns, target, targetColumns, table }: Link): void {
    const [first = ''] = columns
    const own = (this.#shape.columns.get(table) ?? []).find(({ name }) => name === first)
    if (columns.length === 1 && own?.required !== true && this.#pick([true, false, false]))
      return void (values[first] = null)
    const owners = this.#laid(target)
    if (owners.length === 0) return
    const owner = this.#pick(owners)
    columns.forEach((name, index) => {
      values[name] = owner.values[targetColumns[index] ?? ''] ?? values[name] ?? null
    })
  }
}
