import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SandboxPeople, type SandboxPerson } from '@xingtan/contract/authority/sandbox-person'
import { type KeyedHashes, openKeyedHashes } from '@xingtan/tools/keyed-hashes'
import { type Stack, startStack } from '@xingtan/tools/stack'
import { Client } from 'pg'
import type { Visitor } from './call.ts'

/** The product on a fresh durable database, with a superuser's connection for arranging. */
export interface BenchStack {
  readonly stack: Stack
  readonly admin: Client
  readonly hashes: KeyedHashes
  readonly postgresLog: string
  /** Signs an applicant in by putting a session into the database; answers the cookie's secret too. */
  signIn(accountId: string, token?: string): Promise<Visitor>
  signInOfficer(username: string, token?: string): Promise<Visitor>
  stop(): Promise<void>
}

export function applicantCookie(token: string): string {
  return `__Host-xt-session=${token}; __Host-xt-device=${DEVICE}`
}

export function officerCookie(token: string): string {
  return `__Host-xo-session=${token}; __Host-xo-device=${DEVICE}`
}

/** One browser for all: a device cookie has 43 characters. */
export const DEVICE = 'bench'.padEnd(43, '0')

function findLog(folder: string): string {
  const place = readdirSync(folder, { recursive: true, withFileTypes: true }).find(
    ({ name }) => name === 'postgres.log',
  )
  if (place === undefined) throw new Error('the log of the database was not found')
  return join(place.parentPath, place.name)
}

/** Starts everything in a folder of its own; stop it in the end. */
export async function startBenchStack(log: (line: string) => void): Promise<BenchStack> {
  const folder = mkdtempSync(join(tmpdir(), 'xingtan-bench-'))
  const stack = await startStack({ dataFolder: folder, ports: 'free', mode: 'test', log })
  const admin = new Client({ connectionString: stack.databaseAdminUrl })
  await admin.connect()
  const hashes = openKeyedHashes(folder)
  const { portal, office } = stack.urls
  return {
    stack,
    admin,
    hashes,
    postgresLog: findLog(folder),
    signIn: async (accountId, token = randomUUID()) => {
      await admin.query(
        `insert into sessions (id, token_hash, account_id, device_hash, started_at, seen_at, ends_at)
         values (gen_random_uuid(), $1, $2, $3, app_now(), app_now(), app_now() + interval '12 hours')`,
        [hashes.token(token), accountId, hashes.token(DEVICE)],
      )
      return { origin: portal, cookie: applicantCookie(token) }
    },
    signInOfficer: async (username, token = randomUUID()) => {
      await admin.query(
        `insert into staff_sessions (id, token_hash, user_id, key_serial, started_at, seen_at, ends_at)
         select gen_random_uuid(), $1, u.id, k.serial, app_now(), app_now(), app_now() + interval '12 hours'
         from staff_users u join staff_keys k on k.user_id = u.id where u.username = $2 limit 1`,
        [hashes.token(token), username],
      )
      return { origin: office, cookie: officerCookie(token) }
    },
    stop: async () => {
      await admin.end()
      await stack.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A graduate of 柯城区 whom the demonstration gave an account, with a complete profile. */
export async function findGraduate({
  stack,
  admin,
  hashes,
}: BenchStack): Promise<{ id: string; person: SandboxPerson }> {
  const answer = await fetch(`${stack.urls.sandbox}/people?scenario=graduate`)
  for (const person of SandboxPeople.parse(await answer.json()).people) {
    const { rows } = await admin.query<{ id: string }>(
      `update accounts set ethnic_group = '01' where person_index = $1 returning id`,
      [hashes.person(person.number)],
    )
    if (rows[0] !== undefined) return { id: rows[0].id, person }
  }
  throw new Error('no graduate has an account')
}

/** Every id that is in the database now. */
export async function listIds(admin: Client): Promise<Set<string>> {
  const tables = await admin.query<{ name: string }>(
    `select table_name as name from information_schema.columns
     where table_schema = 'public' and column_name = 'id' and data_type = 'uuid'`,
  )
  const ids = new Set<string>()
  for (const { name } of tables.rows) {
    const { rows } = await admin.query<{ id: string }>(`select id from ${name}`)
    for (const { id } of rows) ids.add(id)
  }
  return ids
}
