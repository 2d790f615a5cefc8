import type { World } from '../world.ts'

/** Keeps the rows of some tables as they stand in a state, so that each act is tried on the same state. */
export class StateKeeper {
  readonly #world: World
  readonly #tables: readonly string[]
  readonly #columns = new Map<string, string>()

  constructor(world: World, tables: readonly string[]) {
    this.#world = world
    this.#tables = tables
  }

  async #listColumns(table: string): Promise<string> {
    const known = this.#columns.get(table)
    if (known !== undefined) return known
    const rows = await this.#world.rows(
      `select string_agg(quote_ident(column_name), ', ') as names from information_schema.columns
       where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER' and is_identity = 'NO'`,
      [table],
    )
    const names = String(rows[0]?.['names'])
    this.#columns.set(table, names)
    return names
  }

  async keep(state: string): Promise<void> {
    await this.#world.rows('create schema if not exists kept')
    for (const table of this.#tables) {
      await this.#world.rows(
        `create table kept."${state} ${table}" as select ${await this.#listColumns(table)} from ${table}`,
      )
    }
  }

  /** Puts the rows back as the superuser who may: triggers and keys are not asked. */
  async putBack(state: string): Promise<void> {
    await this.#world.rows('set session_replication_role = replica')
    for (const table of this.#tables) {
      const names = await this.#listColumns(table)
      await this.#world.rows(`delete from ${table}`)
      await this.#world.rows(`insert into ${table} (${names}) select ${names} from kept."${state} ${table}"`)
    }
    await this.#world.rows('reset session_replication_role')
  }

  /** What the rows say now, to show that a refused act changed none. */
  async digest(): Promise<string> {
    const digests: string[] = []
    for (const table of this.#tables) {
      const [row] = await this.#world.rows(
        `select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as digest from ${table} t`,
      )
      digests.push(String(row?.['digest']))
    }
    return digests.join(' ')
  }
}
