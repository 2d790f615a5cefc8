import { endSessionEndpoint, listSecurityEventsEndpoint, listSessionsEndpoint } from '@xingtan/contract/office/door'
import { getOwnSignInEndpoint } from '@xingtan/contract/office/security'
import { beginSignInEndpoint, getOfficerEndpoint } from '@xingtan/contract/office/session'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestClient } from '../client.ts'
import { type TestProduct, startTestProduct } from '../product.ts'
import { signInOfficer } from '../sign-in.ts'

let product: TestProduct
let security: TestClient

beforeAll(async () => {
  product = await startTestProduct()
  security = await signInOfficer(product, 'zhejiang-security')
})
afterAll(() => product.stop())

async function sessionOf(username: string, by = security) {
  const { rows } = (await by.call(listSessionsEndpoint, {})).output()
  return rows.find((row) => row.username === username)
}

describe('S-023: one place to see and to end sessions', () => {
  test('lists who is signed in below, with the key and since when; idle ones are gone', async () => {
    await signInOfficer(product, 'kecheng-review')
    await signInOfficer(product, 'quzhou-vet')
    expect(await sessionOf('kecheng-review')).toMatchObject({
      holder: '苏允文',
      agencyName: '柯城区教育局',
      keyKind: 'sm2',
      address: '127.0.0.1',
      isOwn: false,
    })
    expect(await sessionOf('zhejiang-security')).toMatchObject({ isOwn: true })
    await product.admin.query(
      `update staff_sessions set seen_at = app_now() - interval '15 minutes 1 second'
       where user_id = (select id from staff_users where username = 'quzhou-vet')`,
    )
    expect(await sessionOf('quzhou-vet')).toBeUndefined()
  })

  test('ending one works at the next request, is told to the officer, and is an event with the reason kept apart', async () => {
    const officer = await signInOfficer(product, 'kecheng-confirm')
    const sessionId = (await sessionOf('kecheng-confirm'))?.sessionId ?? ''
    const reply = await security.call(endSessionEndpoint, { sessionId, reason: '密钥遗失' })
    expect(reply.status).toBe(200)
    expect((await officer.call(getOfficerEndpoint, {})).output()).toMatchObject({ signedIn: false })
    const told = await officer.call(getOwnSignInEndpoint, {})
    // Reading who one is asks by a path of its own; any other request says why it was refused.
    expect(told.status).toBe(401)
    const work = await officer.raw({ method: 'GET', url: '/api/reasons?stage=confirm' })
    expect(work.refusal().code).toBe('staff.session-ended')
    const again = await security.call(endSessionEndpoint, { sessionId, reason: '密钥遗失' })
    expect(again.refusal().code).toBe('request.not-found')
    const { rows } = await product.admin.query<{ note: string; detail: string }>(
      `select s.ended_note as note, a.detail::text as detail from staff_sessions s
       join audit_events a on a.event = 'staff.end-session' and a.outcome = 'done' where s.id = $1`,
      [sessionId],
    )
    expect(rows[0]?.note).toBe('密钥遗失')
    expect(rows[0]?.detail).not.toContain('密钥遗失')
  })

  test('reaches nobody outside the own tree', async () => {
    const nation = await signInOfficer(product, 'nation-audit')
    expect((await nation.call(getOfficerEndpoint, {})).output()).toMatchObject({ signedIn: true })
    expect(await sessionOf('nation-audit')).toBeUndefined()
    const { rows } = await product.admin.query<{ id: string }>(
      `select s.id from staff_sessions s join staff_users u on u.id = s.user_id where u.username = 'nation-audit'`,
    )
    const reply = await security.call(endSessionEndpoint, { sessionId: rows[0]?.id ?? '', reason: '越权' })
    expect(reply.refusal().code).toBe('request.not-found')
    const above = await signInOfficer(product, 'nation-security')
    expect(await sessionOf('nation-audit', above)).toBeDefined()
    expect(await sessionOf('zhejiang-security', above)).toBeDefined()
  })

  test('pages by key through more than one page, each session once', async () => {
    await product.admin.query(
      `insert into staff_users (id, person_id, agency_code, username, password_hash, roles)
       select gen_random_uuid(), person_id, agency_code, 'many-' || i, password_hash, roles
       from staff_users, generate_series(1, 120) i where username = 'kecheng-review'`,
    )
    await product.admin.query(
      `insert into staff_keys (serial, user_id) select 'MANY' || username, id from staff_users where username like 'many-%'`,
    )
    await product.admin.query(
      `insert into staff_sessions (id, token_hash, user_id, key_serial, started_at, seen_at, ends_at)
       select gen_random_uuid(), sha256(convert_to(username, 'UTF8')), id, 'MANY' || username,
         date_trunc('milliseconds', app_now()), app_now(),
         app_now() + interval '1 hour' from staff_users where username like 'many-%'`,
    )
    const seen: string[] = []
    let after: string | null = null
    do {
      const page: { rows: { sessionId: string }[]; after: string | null } = (
        await security.call(listSessionsEndpoint, after === null ? {} : { after })
      ).output()
      seen.push(...page.rows.map(({ sessionId }) => sessionId))
      after = page.after
    } while (after !== null)
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.length).toBeGreaterThanOrEqual(121)
  })
})

describe('failed sign-ins', () => {
  test('of known officers are seen by the security officer above, those of unknown names by the nation alone', async () => {
    for (const username of ['kecheng-plan', 'nobody-here']) {
      const reply = await product.visitor('office').call(beginSignInEndpoint, { username, password: '错误的密码' })
      expect(reply.refusal().code).toBe('staff.sign-in-refused')
    }
    const mine = (await security.call(listSecurityEventsEndpoint, {})).output().rows
    expect(mine[0]).toMatchObject({ kind: 'sign-in-refused', holder: '温如许' })
    expect(mine.some(({ holder }) => holder === null)).toBe(false)
    const nation = await signInOfficer(product, 'nation-security')
    const all = (await nation.call(listSecurityEventsEndpoint, { kind: 'sign-in-refused' })).output().rows
    expect(all.map(({ holder }) => holder)).toEqual(expect.arrayContaining([null, '温如许']))
  })
})

describe('S-022: limits follow the policy of the agency', () => {
  test('a stricter agency ends its sessions sooner, at the second', async () => {
    await product.admin.query(
      `insert into policies (id, key, scope, effective_from, value, source) select gen_random_uuid(),
         'office.session-limits', 'agency:' || agency_code, '2026-10-01', '{"idleMinutes": 5, "totalHours": 2}', '依据待核'
       from staff_users where username = 'kaihua-review'`,
    )
    const officer = await signInOfficer(product, 'kaihua-review')
    const view = (await officer.call(getOfficerEndpoint, {})).output()
    if (!view.signedIn) throw new Error('not signed in')
    expect(Date.parse(view.endsAt) - Date.parse(view.now)).toBeLessThanOrEqual(2 * 3_600_000)
    expect(Date.parse(view.idleEndsAt) - Date.parse(view.now)).toBe(300_000)
    const idle = async (interval: string) => {
      await product.admin.query(
        `update staff_sessions set seen_at = app_now() - $1::interval
         where ended_at is null and user_id = (select id from staff_users where username = 'kaihua-review')`,
        [interval],
      )
      return (await officer.call(getOfficerEndpoint, {})).output().signedIn
    }
    expect(await idle('4 minutes 58 seconds')).toBe(true)
    expect(await idle('5 minutes')).toBe(false)
  })

  test('the database lets no session be longer than twelve hours or idle for more than fifteen minutes', async () => {
    await signInOfficer(product, 'kaihua-approve')
    for (const change of [`ends_at = started_at + interval '12 hours 1 second'`, 'idle_seconds = 901'])
      await expect(product.admin.query(`update staff_sessions set ${change}`)).rejects.toMatchObject({ code: '23514' })
  })
})
