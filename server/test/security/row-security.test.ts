import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { makeFileLink } from '../../src/modules/file/index.ts'
import type { Actor } from '../../src/platform/actor.ts'
import { sql } from '../../src/platform/sql.ts'
import { type ReadyDraft, findLocalPerson, layApplicant, makeReadyDraft, submitReady } from '../applicant.ts'
import type { TestClient } from '../client.ts'
import { type TestProduct, startTestProduct } from '../product.ts'
import { signInApplicant, signInOfficer } from '../sign-in.ts'

let product: TestProduct
let ready: ReadyDraft
let agencyCode = ''

beforeAll(async () => {
  product = await startTestProduct()
  ready = await makeReadyDraft(product, await findLocalPerson(product, 'graduate'))
  await submitReady(ready)
  const { rows } = await product.admin.query<{ code: string }>(`select agency_code as code from applications`)
  agencyCode = rows[0]?.code ?? ''
})
afterAll(() => product.stop())

async function asRole<T>(role: 'public_face' | 'office_face', work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: product.database.urls[role] })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/**
 * Guarded for writing alone, or by days: what stands there is public by law (机构, 权限, 名称, 公示信息, 确认点) or by its
 * purpose (公告 while they are out, 常见问题).
 */
const OPEN_REGISTERS = new Set([
  'agencies',
  'agency_names',
  'agency_powers',
  'agency_profiles',
  'points',
  'notices',
  'questions',
])

/** Tables with rows of people that `role` may select from. */
async function listGuarded(role: string): Promise<string[]> {
  const { rows } = await product.admin.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind = 'r' and c.relrowsecurity
       and has_any_column_privilege($1, c.oid, 'select') order by 1`,
    [role],
  )
  return rows.map((row) => row.name).filter((name) => !OPEN_REGISTERS.has(name))
}

describe('S-048: rows belong to somebody, whatever the query forgot', () => {
  test.each(['public_face', 'office_face'] as const)(
    '%s sees nothing of anybody while it names nobody',
    async (role) => {
      const guarded = await listGuarded(role)
      expect(guarded).toContain('applications')
      const seen = await asRole(role, async (client) => {
        const found: string[] = []
        for (const table of guarded) {
          const { rowCount } = await client.query(`select 1 from ${table}`)
          if (rowCount !== 0) found.push(`${table}: ${rowCount}`)
        }
        return found
      })
      expect(seen).toEqual([])
    },
  )

  test('every table that holds an account, an application or an agency’s case is guarded', async () => {
    const { rows } = await product.admin.query<{ name: string }>(
      `select distinct c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
         join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'public' and c.relkind = 'r' and not c.relrowsecurity
         and a.attname in ('account_id', 'application_id') order by 1`,
    )
    // Sessions and tickets are found by an unguessable token before anybody is known.
    expect(rows.map((row) => row.name)).toEqual(['sessions', 'sign_in_tickets'])
  })

  test('an agency sees its own cases, another agency none, and naming a foreign agency in the address changes nothing', async () => {
    const count = z.object({ count: z.number() })
    const ask = sql`select count(*)::int as count from applications`
    const { db } = product.services.office
    const own = await db.transaction({ officerId: crypto.randomUUID(), agencyCode }, (tx) => tx.get(count, ask))
    const foreign = await db.transaction({ officerId: crypto.randomUUID(), agencyCode: '330824' }, (tx) =>
      tx.get(count, ask),
    )
    expect([own.count, foreign.count]).toEqual([1, 0])
    const stranger = await signInOfficer(product, 'kaihua-review')
    const list = await stranger.raw({ method: 'GET', url: '/api/cases' })
    expect(list.status).toBe(200)
    expect(list.text).not.toContain(ready.person.name)
    expect((await stranger.raw({ method: 'GET', url: `/api/cases?agencyCode=${agencyCode}` })).status).toBe(400)
    const { rows } = await product.admin.query<{ id: string }>(`select id from applications`)
    expect((await stranger.raw({ method: 'GET', url: `/api/cases/${rows[0]?.id}` })).status).toBe(404)
  })

  test('what a transaction was told does not reach the next one on the same connection', async () => {
    const { db } = product.services.office
    const setting = z.object({ agency: z.string().nullable(), person: z.string().nullable() })
    const ask = sql`select nullif(current_setting('app.agency_code', true), '') as agency, nullif(current_setting('app.person_id', true), '') as person`
    for (const isFailing of [false, true]) {
      // All connections of the pool are told, one after another and at once.
      await Promise.allSettled(
        Array.from({ length: 24 }, () =>
          db.transaction({ agencyCode, personId: crypto.randomUUID() }, async (tx) => {
            await tx.get(setting, ask)
            if (isFailing) throw new Error('rolled back')
          }),
        ),
      )
      const after = await Promise.all(
        Array.from({ length: 24 }, () => db.transaction({}, (tx) => tx.get(setting, ask))),
      )
      for (const told of after) expect(told).toEqual({ agency: null, person: null })
    }
    // Nor does it without our own `enter`, which empties it again.
    await asRole('office_face', async (client) => {
      await client.query('begin')
      await client.query(`select set_config('app.agency_code', $1, true)`, [agencyCode])
      expect((await client.query('select 1 from applications')).rowCount).toBe(1)
      await client.query('commit')
      expect((await client.query('select 1 from applications')).rowCount).toBe(0)
    })
  })
})

describe('S-047: a link to a file is its owner’s, for a while, for reading', () => {
  let link = ''
  let stranger: TestClient

  beforeAll(async () => {
    const { rows } = await product.admin.query<{ id: string; owner: string; now: Date }>(
      `select id, account_id as owner, app_now() as now from files where kind = 'photo' limit 1`,
    )
    const [file] = rows
    if (file === undefined) throw new Error('there is no photo')
    link = linkFor(file.owner, file.id, file.now)
    const other = await findLocalPerson(product, 'graduate', 1)
    await layApplicant(product, other)
    stranger = await signInApplicant(product, other)
  })

  function linkFor(accountId: string, fileId: string, now: Date): string {
    const actor: Actor = { kind: 'applicant', accountId, sessionId: '', endsAt: now }
    return makeFileLink(product.services.public.crypto, actor, fileId, now)
  }

  const get = (visitor: TestClient, url: string, method = 'GET') => visitor.raw({ method, url })

  test('opens for the owner, not to be kept by anybody in between', async () => {
    const reply = await get(ready.visitor, link)
    expect(reply.status).toBe(200)
    expect(reply.headers).toMatchObject({
      'content-type': 'image/jpeg',
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    })
  })

  test('stays shut for another person, an officer and nobody', async () => {
    expect((await get(stranger, link)).status).toBe(404)
    expect((await get(product.visitor('public'), link)).status).toBe(401)
    expect((await get(await signInOfficer(product, 'kecheng-review'), link)).status).toBe(404)
  })

  test('stays shut for another person who makes the same link in the own name', async () => {
    const { rows } = await product.admin.query<{ id: string; owner: string; now: Date }>(
      `select f.id, a.id as owner, app_now() as now from files f, accounts a where f.kind = 'photo' and a.id <> f.account_id
         and a.id = (select account_id from sessions order by started_at desc limit 1)`,
    )
    for (const { id, owner, now } of rows) expect((await get(stranger, linkFor(owner, id, now))).status).toBe(404)
    expect(rows.length).toBeGreaterThan(0)
  })

  test('is over after fifteen minutes', async () => {
    const { rows } = await product.admin.query<{ id: string; owner: string; now: Date }>(
      `select id, account_id as owner, app_now() - interval '15 minutes 1 second' as now from files where kind = 'photo' limit 1`,
    )
    for (const { id, owner, now } of rows) expect((await get(ready.visitor, linkFor(owner, id, now))).status).toBe(404)
  })

  test('is nothing when edited, climbed out of, or used for anything but reading', async () => {
    const changed = `${link.slice(0, -1)}${link.endsWith('A') ? 'B' : 'A'}`
    const paths = [
      changed,
      `${link}=`,
      `${link}A`,
      link.slice(0, -2),
      '/api/files/..%2f..%2fetc%2fpasswd',
      '/api/files/%2e%2e%2f%2e%2e',
      `${link}/../x`,
      `${link};.js`,
    ]
    for (const url of paths) expect([400, 404], url).toContain((await get(ready.visitor, url)).status)
    for (const method of ['HEAD', 'PUT', 'POST', 'DELETE', 'PATCH']) {
      expect([403, 404], method).toContain((await get(ready.visitor, link, method)).status)
    }
  })
})
