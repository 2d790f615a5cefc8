import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDatabase, createTestDatabase } from '../database.ts'
import { OPEN_TABLES, ROW_LAW } from './row-law.ts'
import { type Pick, type Row, RowMaker, type Shape, readShape } from './row-maker.ts'
import type { Me, Scene } from './row-rule.ts'

/** `RUNS=500` looks further than the seeds of every run. */
const RUNS = Number(process.env['RUNS'] ?? 10)
const ROWS_A_TABLE = 2

/** A small tree: the nation, a province with two cities, three counties under one of them, and a stranger. */
const PARENTS = new Map<string, string | null>([
  ['00000', null],
  ['33001', '00000'],
  ['33009', '33001'],
  ['33002', '33001'],
  ['33075', '33009'],
  ['33076', '33009'],
  ['33077', '33009'],
  ['33080', '33002'],
  ['13001', '00000'],
])
const LEVELS = ['nation', 'province', 'city', 'county']
/** The work of 33077 went over to 33075. */
const SUCCESSORS = new Map([['33077', '33075']])
const CODES = [...PARENTS.keys()]
const regionOf = (code: string) => `${code}0`

let database: TestDatabase
let admin: Client
let shape: Shape

beforeAll(async () => {
  database = await createTestDatabase()
  admin = new Client({ connectionString: database.adminUrl })
  await admin.connect()
  shape = await readShape(admin)
  await admin.query(ATTEMPT)
})
afterAll(async () => {
  await admin.end()
  await database.drop()
})

function levelOf(code: string): string {
  let steps = 0
  for (let at = PARENTS.get(code) ?? null; at !== null; at = PARENTS.get(at) ?? null) steps += 1
  return LEVELS[steps] ?? 'county'
}

/** Does one statement and takes it back, as whoever asks; answers what came of it. */
const ATTEMPT = `
  create function attempt(statement text, subject jsonb) returns text language plpgsql as $$
  declare
    touched int;
    said text;
  begin
    begin
      execute statement using subject;
      get diagnostics touched = row_count;
      raise exception using errcode = 'XT001', message = case when touched > 0 then 'done' else 'nothing' end;
    exception
      when sqlstate 'XT001' then said := sqlerrm;
      when others then said := sqlstate;
    end;
    return said;
  end $$`

const quoted = (names: readonly string[]) => names.map((name) => `"${name}"`).join(', ')

/** Everything laid in one run. */
class Stage implements Scene {
  readonly parents = PARENTS
  readonly successors = SUCCESSORS
  readonly regions = new Map(CODES.map((code) => [code, regionOf(code)]))
  readonly rows = new Map<string, Row[]>()

  laid(table: string): readonly Row[] {
    return this.rows.get(table) ?? []
  }

  at(table: string, column: string, value: unknown): readonly Row[] {
    if (value === null || value === undefined) return []
    return this.laid(table).filter(({ values }) => values[column] === value)
  }

  async lay(row: Row): Promise<void> {
    const { rowCount } = await admin.query(`${insertOf(row)} on conflict do nothing`, [JSON.stringify(row.values)])
    if (rowCount === 1) this.rows.set(row.table, [...this.laid(row.table), row])
  }
}

function insertOf({ table, values }: Row): string {
  const names = quoted(Object.keys(values))
  return `insert into ${table} (${names}) select ${names} from jsonb_populate_record(null::${table}, $1)`
}

async function layTree(stage: Stage, maker: RowMaker): Promise<void> {
  for (const code of CODES) {
    const region = {
      code: regionOf(code),
      parent_code: PARENTS.get(code) == null ? null : regionOf(PARENTS.get(code) ?? ''),
    }
    await stage.lay({ table: 'regions', values: { ...maker.make('regions').values, ...region } })
    const successor = SUCCESSORS.get(code) ?? null
    const values = {
      code,
      name: code,
      level: levelOf(code),
      region_code: regionOf(code),
      parent_code: PARENTS.get(code) ?? null,
      status: successor === null ? 'active' : 'succeeded',
      successor_code: successor,
    }
    await stage.lay({ table: 'agencies', values })
  }
}

const ROLES = ['publicity', 'restrict', 'review'] as const

/** Officers of several offices, some at a point, some standing in for another whose own standing may be gone. */
async function layOfficers(stage: Stage, maker: RowMaker, pick: Pick): Promise<Me[]> {
  for (const code of CODES) {
    for (const number of [1, 2]) {
      await stage.lay(maker.make('points', { id: randomUUID(), code: `${code}-${number}`, agency_code: code }))
    }
  }
  const officers: (Me & { readonly enabled: boolean })[] = []
  for (let index = 0; index < 7; index += 1) {
    const agency = pick(CODES)
    const points = stage.at('points', 'agency_code', agency).map(({ values }) => String(values['id']))
    const me = {
      agency,
      point: pick([null, null, ...points]),
      user: randomUUID(),
      person: randomUUID(),
      reach: pick(['own', 'below'] as const),
      roles: new Set(ROLES.filter(() => pick([true, false, false]))),
      enabled: pick([true, true, false]),
    }
    const filed = { filed_from: '2020-01-01T00:00:00Z', filed_until: '2099-01-01T00:00:00Z', agency_code: agency }
    await stage.lay(maker.make('staff_people', { id: me.person, ...filed }))
    const user = { id: me.user, person_id: me.person, agency_code: agency, point_id: me.point }
    await stage.lay(maker.make('staff_users', { ...user, roles: [...me.roles], enabled: me.enabled }))
    officers.push(me)
  }
  const standing: Me[] = []
  for (const me of officers) standing.push(await standIn({ stage, maker, pick }, me, pick(officers)))
  return standing
}

const HOUR = 3_600_000

interface Laying {
  readonly stage: Stage
  readonly maker: RowMaker
  readonly pick: Pick
}

/** Roles given by another hold from their first instant to their last, while the giver has them and may work (S-043). */
async function standIn({ stage, maker, pick }: Laying, me: Me, giver: Me & { readonly enabled: boolean }): Promise<Me> {
  if (me.user === giver.user) return me
  const [starts, ends] = pick([
    [-2, 1],
    [-2, -1],
    [1, 2],
  ] as const)
  const given = ['publicity', 'restrict'].filter(() => pick([true, false]))
  const values = {
    id: randomUUID(),
    from_user_id: giver.user,
    to_user_id: me.user,
    agency_code: me.agency,
    roles: given,
    starts_at: new Date(Date.now() + starts * HOUR).toISOString(), // Of this machine: the database has no other clock here.
    ends_at: new Date(Date.now() + ends * HOUR).toISOString(), // As above.
    ended_at: null,
    ended_because: null,
  }
  await stage.lay(maker.make('staff_delegations', values))
  const isNow = starts < 0 && ends > 0 && giver.enabled
  return { ...me, roles: new Set([...me.roles, ...(isNow ? given.filter((role) => giver.roles.has(role)) : [])]) }
}

const SELF_LAID = new Set(['regions', 'agencies', 'points', 'staff_people', 'staff_users'])

/** Becomes the office’s face for this officer; row-level security is in force from here. */
async function become(me: Me): Promise<void> {
  await admin.query('set local role office_face')
  await admin.query(
    `select set_config('app.person_id', '', true), set_config('app.officer_id', $1, true), set_config('app.agency_code', $2, true),
      set_config('app.point_id', $3, true), set_config('app.reach', $4, true)`,
    [me.user, me.agency, me.point ?? '', me.reach === 'below' ? 'below' : ''],
  )
}

interface Attempt {
  readonly text: string
  readonly row: Row
}

/** Tries statements one by one; nothing of them stays. A refused row or a missing grant is no; a broken constraint is not asked about. */
async function tryAll(attempts: readonly Attempt[]): Promise<boolean[]> {
  const { rows } = await admin.query<{ code: string }>(
    'select attempt(statement, subject) as code from unnest($1::text[], $2::jsonb[]) with ordinality as t(statement, subject, place) order by place',
    [attempts.map(({ text }) => text), attempts.map(({ row }) => JSON.stringify(row.values))],
  )
  return rows.map(({ code }, index) => {
    if (code === 'done' || code.startsWith('23')) return true
    if (code === 'nothing' || code === '42501') return false
    throw new Error(`${code} ${attempts[index]?.text}`)
  })
}

function keysOf(table: string): string[] {
  const columns = shape.columns.get(table) ?? []
  const keys = columns.filter(({ isKey }) => isKey).map(({ name }) => name)
  return keys.length > 0
    ? keys
    : columns.filter(({ required, type }) => required && /^(uuid|text|integer)$/.test(type)).map(({ name }) => name)
}

const nameOf = (keys: readonly string[], values: Readonly<Record<string, unknown>>) =>
  keys.map((key) => String(values[key])).join(' ')

const words = (me: Me, row: Row) =>
  `${JSON.stringify({ ...me, roles: [...me.roles] })} ${row.table} ${JSON.stringify(row.values)}`

interface Asking {
  readonly me: Me
  readonly stage: Stage
  readonly table: string
}

async function compareReading({ me, stage, table }: Asking): Promise<string[]> {
  const keys = keysOf(table)
  const { rows } = await admin.query<Record<string, unknown>>(
    `select ${keys.map((key) => `"${key}"::text as "${key}"`).join(', ')} from ${table}`,
  )
  const seen = new Set(rows.map((values) => nameOf(keys, values)))
  return stage.laid(table).flatMap((row) => {
    const may = ROW_LAW[table]?.read({ me, row: row.values, scene: stage }) ?? false
    const does = seen.has(nameOf(keys, row.values))
    return may === does ? [] : [`${does ? 'SEES' : 'MISSES'} ${words(me, row)}`]
  })
}

async function compareChanging({ me, stage, table }: Asking): Promise<string[]> {
  const law = ROW_LAW[table]
  const columns = (shape.columns.get(table) ?? []).filter(({ mayChange }) => mayChange)
  const set = Object.entries(law?.set?.(me) ?? {})
  const column = columns.find(({ isKey }) => !isKey)?.name ?? keysOf(table)[0] ?? ''
  const change =
    set.length === 0 ? `"${column}" = "${column}"` : set.map(([name, to]) => `"${name}" = '${String(to)}'`).join(', ')
  const keys = quoted(keysOf(table))
  const text = `update ${table} set ${change} where (${keys}) = (select ${keys} from jsonb_populate_record(null::${table}, $1))`
  const rows = stage.laid(table)
  const done = await tryAll(rows.map((row) => ({ text, row })))
  return rows.flatMap((row, index) => {
    const ask = { me, row: row.values, scene: stage }
    const may = law?.read(ask) === true && law.change?.(ask) === true
    return may === done[index] ? [] : [`${may ? 'CANNOT CHANGE' : 'CHANGES'} ${words(me, row)}`]
  })
}

async function compareAdding({ me, stage, table }: Asking, candidates: readonly Row[]): Promise<string[]> {
  const done = await tryAll(candidates.map((row) => ({ text: insertOf(row), row })))
  return candidates.flatMap((row, index) => {
    const may = ROW_LAW[table]?.add?.({ me, row: row.values, scene: stage }) ?? false
    return may === done[index] ? [] : [`${may ? 'CANNOT ADD' : 'ADDS'} ${words(me, row)}`]
  })
}

/** A row this officer might try to add: what names an office or a person names the own one half of the time. */
function tryRow(maker: RowMaker, pick: Pick, me: Me, table: string): Row {
  const row = maker.make(table)
  const columns = shape.columns.get(table) ?? []
  const told = columns.flatMap(({ name, type }): [string, unknown][] => {
    if (/agency(_code)?$|^raised_from$|^held_by$/.test(name) && type === 'text' && pick([true, false]))
      return [[name, me.agency]]
    const isOfUsers = /(_by|officer_id|user_id|author_id)$/.test(name)
    if (isOfUsers && type === 'uuid' && row.values[name] !== null && pick([true, true, false])) return [[name, me.user]]
    if (name === 'person_id' && pick([true, false])) return [[name, me.person]]
    return name === 'scope' ? [[name, pick(['nation', regionOf(me.agency), `agency:${pick(CODES)}`])]] : []
  })
  return { table, values: { ...row.values, ...Object.fromEntries(told) } }
}

/** Choices that follow from one number (mulberry32), so that a number found is a test. */
function pickBy(seed: number): Pick {
  let state = seed
  return (options) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    const chosen = options[((mixed ^ (mixed >>> 14)) >>> 0) % options.length]
    if (options.length === 0) throw new Error('nothing to choose from')
    return chosen as (typeof options)[number] // There: the list is not empty.
  }
}

/** One run: a scene, and everybody against every table. Everything happens in one transaction that is rolled back. */
async function listFaults(pick: Pick): Promise<string[]> {
  await admin.query('begin')
  try {
    await admin.query('set local session_replication_role = replica')
    const stage = new Stage()
    const maker = new RowMaker(shape, pick, (table) => stage.laid(table))
    await layTree(stage, maker)
    const officers = await layOfficers(stage, maker, pick)
    for (const table of shape.order.filter((name) => name in ROW_LAW && !SELF_LAID.has(name))) {
      for (let index = 0; index < ROWS_A_TABLE; index += 1) {
        const scope = table === 'proposals' ? { scope: pick(['nation', ...CODES.map(regionOf), 'agency:33075']) } : {}
        await stage.lay(maker.make(table, scope))
      }
    }
    const found: string[] = []
    for (const me of officers.slice(0, 5)) {
      const guarded = Object.keys(ROW_LAW)
      const tries = new Map(
        guarded.map((table) => [table, [tryRow(maker, pick, me, table), tryRow(maker, pick, me, table)]]),
      )
      await become(me)
      for (const table of guarded) {
        const asking = { me, stage, table }
        found.push(...(await compareReading(asking)), ...(await compareChanging(asking)))
        found.push(...(await compareAdding(asking, tries.get(table) ?? [])))
      }
      await admin.query('reset role')
    }
    return found
  } finally {
    await admin.query('rollback')
  }
}

describe('whose rows are whose: random officers × random rows against an independent law (S-045…S-050)', () => {
  test('every table the offices’ face reads has its line, and no line is without a table', () => {
    const guarded = [...shape.grants.values()]
      .filter(({ reads, isGuarded }) => reads && isGuarded)
      .map(({ table }) => table)
    const open = [...shape.grants.values()]
      .filter(({ reads, isGuarded }) => reads && !isGuarded)
      .map(({ table }) => table)
    expect(Object.keys(ROW_LAW).toSorted()).toEqual(guarded.toSorted())
    expect(Object.keys(OPEN_TABLES).toSorted()).toEqual(open.toSorted())
  })

  test('the offices’ face removes nothing but views and counters', () => {
    const removed = [...shape.grants.values()].filter(({ removes }) => removes).map(({ table }) => table)
    expect(removed.toSorted()).toEqual(['rate_counters', 'saved_views', 'staff_failures'])
  })

  test(
    'nothing is seen, added or changed that the law denies, and nothing denied that it grants',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.nat(0xffff_ffff), async (seed) => {
          expect(await listFaults(pickBy(seed))).toEqual([])
        }),
        { numRuns: RUNS, seed: 20_261_012, endOnFailure: true },
      )
    },
    RUNS * 10_000,
  )
})
