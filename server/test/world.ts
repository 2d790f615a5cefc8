import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import pino from 'pino'
import type { AgencyLevel } from '@xingtan/contract/agency-reference'
import type { OfficeRole } from '@xingtan/contract/office/session'
import type { Actor, OfficerActor } from '../src/platform/actor.ts'
import { type Context, type Services, createContext } from '../src/platform/context.ts'
import { createCrypto } from '../src/platform/crypto.ts'
import { createDb } from '../src/platform/db.ts'
import { createFileStore } from '../src/platform/file-store.ts'
import { createPasswordHasher } from '../src/platform/password-hash.ts'
import { readReferenceFiles } from '../src/seed/read-files.ts'
import { seedPlan } from '../src/seed/seed-plan.ts'
import { layDemoContent } from '../src/seed/sql.ts'
import { type TestDatabase, createReferenceDatabase } from './database.ts'

/** Home agency of the tests: a county agency with two points, types 1 to 3. */
export const HOME = '33075'
export const FOREIGN = '33076'

export interface OfficerWish {
  readonly roles: readonly OfficeRole[]
  readonly agencyCode?: string
  readonly pointId?: string
  /** Another account of a person who is there already. */
  readonly personId?: string
}

/** The offices' side without HTTP: reference data, plans and services on a database of its own. */
export interface World {
  readonly database: TestDatabase
  /** A superuser's connection, for arranging and for looking behind row-level security. */
  readonly admin: Client
  readonly services: Readonly<Record<'office' | 'public' | 'worker', Services>>
  readonly roundId: string
  /** First and second point of the home agency, and the point of the foreign one. */
  readonly points: { readonly home: string; readonly other: string; readonly foreign: string }
  officer(wish: OfficerWish): Promise<OfficerActor>
  /** What a use case is given for one request of this actor: a fresh idempotency key unless told. */
  as(actor: Actor, endpointName?: string, key?: string): Context
  /** Sets the one clock; it goes on from there. */
  moveClock(to: string): Promise<void>
  rows(text: string, values?: unknown[]): Promise<Record<string, unknown>[]>
  stop(): Promise<void>
}

async function laySecondPoint(admin: Client): Promise<void> {
  await admin.query(
    `insert into points (id, code, agency_code, name, address, scope, types, hours, desk_count, notices)
     select $1, $2 || '-99', $2, '第二确认点', '演示地址', '演示范围', types, hours, 1, '{}' from points where code = $2 || '-01'`,
    [randomUUID(), HOME],
  )
}

async function pointOf(admin: Client, code: string): Promise<string> {
  const { rows } = await admin.query<{ id: string }>('select id from points where code = $1', [code])
  const [point] = rows
  if (point === undefined) throw new Error(`no point ${code}`)
  return point.id
}

function createWorldServices(folder: string) {
  const crypto = createCrypto({ secret: '5a'.repeat(32) })
  const log = pino({ level: 'silent' })
  return (url: string): Services => ({
    // Two hundred at once on a slow machine wait for each other; here nobody stands by to try again.
    db: createDb({ url, maxConnections: 24, statementTimeoutMs: 20_000, connectionTimeoutMs: 20_000, log }),
    crypto,
    files: createFileStore(join(folder, 'store')),
    hasher: createPasswordHasher({ crypto, concurrency: 1 }),
    log,
    mode: 'test',
    publicOrigin: 'http://portal.localhost',
    phoneOrigin: 'http://portal.localhost',
    officeOrigin: 'http://office.localhost',
    middlewareUrl: 'http://key.localhost',
    officeCa: Buffer.alloc(0),
  })
}

async function layOfficer(admin: Client, wish: OfficerWish): Promise<OfficerActor> {
  const userId = randomUUID()
  const personId = wish.personId ?? randomUUID()
  const agencyCode = wish.agencyCode ?? HOME
  const pointId = wish.pointId ?? null
  const name = `陈${userId.slice(0, 4)}`
  await admin.query(
    `insert into staff_people (id, name, person_index, filed_from, filed_until) values ($1, $2, $3, '2020-01-01', '2099-01-01') on conflict do nothing`,
    [personId, name, Buffer.from(personId)],
  )
  await admin.query(
    `insert into staff_users (id, person_id, agency_code, point_id, username, password_hash, roles)
     values ($1, $2, $3, $4, $5, '-', $6)`,
    [userId, personId, agencyCode, pointId, `user-${userId}`, wish.roles],
  )
  const { rows } = await admin.query<{ level: AgencyLevel }>('select level from agencies where code = $1', [agencyCode])
  const agencyLevel = rows[0]?.level ?? 'county'
  const own = { userId, personId, agencyCode, agencyLevel, pointId, name, roles: wish.roles }
  const keySerial = `K${userId.slice(0, 8)}`
  const session = { sessionId: randomUUID(), endsAt: new Date('2099-01-01'), idleSeconds: 900, keySerial }
  return { kind: 'officer', ...session, ...own }
}

async function seedWorld(services: Services): Promise<void> {
  await services.db.transaction({}, (tx) => layDemoContent(tx, readReferenceFiles()))
}

/** Starts a world on a legal day, 10:00 in Shanghai, with windows open; stop it in `afterAll`. */
export async function startWorld(today = '2026-10-12'): Promise<World> {
  const database = await createReferenceDatabase()
  const folder = mkdtempSync(join(tmpdir(), 'xingtan-world-'))
  const admin = new Client({ connectionString: database.adminUrl })
  await admin.connect()
  const moveClock = async (to: string) => {
    await admin.query(
      `insert into clock_offsets (offset_by) values ($1::timestamptz - now())
       on conflict (is_only) do update set offset_by = excluded.offset_by`,
      [new Date(to)],
    )
  }
  await moveClock(`${today}T10:00:00+08:00`)
  const servicesFor = createWorldServices(folder)
  const seeding = servicesFor(database.adminUrl)
  await seedWorld(seeding)
  await laySecondPoint(admin)
  await seeding.db.transaction({}, seedPlan)
  await seeding.db.close()
  const services = {
    office: servicesFor(database.urls.office_face),
    public: servicesFor(database.urls.public_face),
    worker: servicesFor(database.urls.worker),
  }
  const { rows } = await admin.query<{ round_id: string }>('select round_id from agency_plans where agency_code = $1', [
    HOME,
  ])
  return {
    database,
    admin,
    services,
    roundId: rows[0]?.round_id ?? '',
    points: {
      home: await pointOf(admin, `${HOME}-01`),
      other: await pointOf(admin, `${HOME}-99`),
      foreign: await pointOf(admin, `${FOREIGN}-01`),
    },
    officer: (wish) => layOfficer(admin, wish),
    as: (actor, endpointName = 'test.act', key: string = randomUUID()) =>
      createContext(actor.kind === 'officer' ? services.office : services.public, actor, {
        endpointName,
        correlationId: randomUUID(),
        addressHash: Buffer.alloc(32),
        address: '127.0.0.1',
        deviceHash: Buffer.alloc(32, 7),
        device: 'test',
        idempotencyKey: key,
        inputText: key,
      }),
    moveClock,
    rows: async (text, values = []) => (await admin.query<Record<string, unknown>>(text, values)).rows,
    stop: async () => {
      await Promise.all(Object.values(services).map((one) => one.db.close()))
      await admin.end()
      await database.drop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
