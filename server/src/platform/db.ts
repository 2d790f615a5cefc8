import pg from 'pg'
import type { z } from 'zod'
import { shanghaiDay } from '@xingtan/domain/shanghai-time'
import type { Log } from './log.ts'
import type { Sql } from './sql.ts'

// Legal days stay text: a Date compared with a string is silently false (style P8).
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)
pg.types.setTypeParser(pg.types.builtins.INT8, (text) => Number(text))

/** Whose rows this transaction may see; read by row-level security. */
export interface Scope {
  readonly personId?: string
  readonly officerId?: string
  readonly agencyCode?: string
  readonly pointId?: string
  /** `below`: reading also covers the agencies under one's own; writing never does (S-050). */
  readonly reach?: 'below'
}

/** An open transaction: the only way to reach the database. */
export interface Tx {
  /** Instant of this transaction by the one clock. */
  readonly now: Date
  /** Legal day in Asia/Shanghai, `YYYY-MM-DD`. */
  readonly today: string
  /** All rows, each parsed; column names come as camelCase. */
  list<S extends z.ZodType>(row: S, statement: Sql): Promise<z.output<S>[]>
  /** The first row or undefined. */
  find<S extends z.ZodType>(row: S, statement: Sql): Promise<z.output<S> | undefined>
  /** Exactly one row; none is a defect of ours and throws. */
  get<S extends z.ZodType>(row: S, statement: Sql): Promise<z.output<S>>
  /** Runs a statement and answers how many rows it touched. */
  run(statement: Sql): Promise<number>
  /** Sees the rows of another person or agency from here to the end of the transaction. */
  enter(scope: Scope): Promise<void>
}

export interface Db {
  /** Runs `work` in a transaction under the given scope; commits when it returns, rolls back when it throws. */
  transaction<T>(scope: Scope, work: (tx: Tx) => Promise<T>, mode?: 'write' | 'read'): Promise<T>
  /** A connection of its own for LISTEN; the caller ends it. */
  connect(): Promise<pg.Client>
  readonly counts: { readonly total: number; readonly idle: number; readonly waiting: number }
  close(): Promise<void>
}

export interface DbOptions {
  readonly url: string
  readonly maxConnections: number
  readonly statementTimeoutMs: number
  /** How long a transaction waits for a free connection before the caller is told to come again; 2 seconds unless told. */
  readonly connectionTimeoutMs?: number
  readonly log: Log
}

/** Thrown when COMMIT was sent and no answer came: the work may or may not be stored. */
export class UnknownCommit extends Error {
  constructor(cause: unknown) {
    super('commit unknown', { cause })
    this.name = 'UnknownCommit'
  }
}

const statementNames = new Map<string, string>()

function nameOf(text: string): string {
  const known = statementNames.get(text)
  if (known !== undefined) return known
  const name = `s${statementNames.size + 1}`
  statementNames.set(text, name)
  return name
}

const camelNames = new Map<string, string>()

function toCamel(column: string): string {
  const known = camelNames.get(column)
  if (known !== undefined) return known
  const camel = column.replaceAll(/_([a-z0-9])/g, (_whole, letter: string) => letter.toUpperCase())
  camelNames.set(column, camel)
  return camel
}

async function rows(client: pg.PoolClient, statement: Sql): Promise<Record<string, unknown>[]> {
  const result = await client.query<unknown[]>({
    name: nameOf(statement.text),
    text: statement.text,
    values: [...statement.values],
    rowMode: 'array',
  })
  const names = result.fields.map((field) => toCamel(field.name))
  return result.rows.map((values) => Object.fromEntries(names.map((name, index) => [name, values[index]])))
}

const ENTER = `select set_config('app.person_id', $1, true), set_config('app.officer_id', $2, true),
  set_config('app.agency_code', $3, true), set_config('app.point_id', $4, true), set_config('app.reach', $5, true), app_now() as now`

async function enter(client: pg.PoolClient, scope: Scope): Promise<Date> {
  const result = await client.query<{ now: Date }>({
    name: 'enter',
    text: ENTER,
    values: [scope.personId, scope.officerId, scope.agencyCode, scope.pointId, scope.reach].map((value) => value ?? ''),
  })
  const [row] = result.rows
  if (row === undefined) throw new Error('the database did not tell the time')
  return row.now
}

function createTx(client: pg.PoolClient, now: Date): Tx {
  const tx: Tx = {
    now,
    today: shanghaiDay(now),
    list: async (row, statement) => (await rows(client, statement)).map((values) => row.parse(values)),
    find: async (row, statement) => {
      const [first] = await rows(client, statement)
      return first === undefined ? undefined : row.parse(first)
    },
    get: async (row, statement) => {
      const found = await tx.find(row, statement)
      if (found === undefined) throw new Error(`no row: ${statement.text.slice(0, 80)}`)
      return found
    },
    run: async (statement) => {
      const result = await client.query({
        name: nameOf(statement.text),
        text: statement.text,
        values: [...statement.values],
      })
      return result.rowCount ?? 0
    },
    enter: async (scope) => {
      await enter(client, scope)
    },
  }
  return tx
}

/** Opens a pool under one database role. Reaching out happens at the first transaction, never here. */
export function createDb(options: DbOptions): Db {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.maxConnections,
    connectionTimeoutMillis: options.connectionTimeoutMs ?? 2000,
    options: `-c timezone=UTC -c statement_timeout=${options.statementTimeoutMs} -c idle_in_transaction_session_timeout=10000`,
  })
  // Without handlers a dead database would end the process.
  pool.on('error', (error) => options.log.warn({ err: error }, 'db.connection-lost'))
  pool.on('connect', (client) => {
    client.on('error', (error) => options.log.warn({ err: error }, 'db.connection-lost'))
  })
  return {
    transaction: (scope, work, mode = 'write') => runTransaction(pool, { scope, mode }, work),
    connect: async () => {
      const client = new pg.Client({ connectionString: options.url })
      client.on('error', (error) => options.log.warn({ err: error }, 'db.listener-lost'))
      await client.connect()
      return client
    },
    get counts() {
      return { total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }
    },
    close: () => pool.end(),
  }
}

async function runTransaction<T>(
  pool: pg.Pool,
  { scope, mode }: { readonly scope: Scope; readonly mode: 'write' | 'read' },
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query(mode === 'read' ? 'begin read only' : 'begin')
    const now = await enter(client, scope)
    const result = await work(createTx(client, now))
    try {
      await client.query('commit')
    } catch (error) {
      throw error instanceof pg.DatabaseError && error.code?.startsWith('57') !== true
        ? error
        : new UnknownCommit(error)
    }
    return result
  } catch (error) {
    broken = await rollBack(client)
    throw error
  } finally {
    client.release(broken)
  }
}

async function rollBack(client: pg.PoolClient): Promise<Error | undefined> {
  try {
    await client.query('rollback')
    return undefined
  } catch (error) {
    // The connection is gone: the pool must not hand it out again.
    return error instanceof Error ? error : new Error('rollback failed')
  }
}
