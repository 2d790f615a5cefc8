import { listSecurityEventsEndpoint } from '@xingtan/contract/office/door'
import {
  approveEmergencyEndpoint,
  askEmergencyEndpoint,
  closeEmergencyEndpoint,
  listEmergencyEndpoint,
  sealEmergencyEndpoint,
} from '@xingtan/contract/office/emergency'
import { beginSignInEndpoint } from '@xingtan/contract/office/session'
import { getStaffEndpoint, listStaffEndpoint } from '@xingtan/contract/office/staff'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestClient } from '../client.ts'
import { type TestProduct, startTestProduct } from '../product.ts'
import { signInOfficer } from '../sign-in.ts'

const USERNAME = 'zhejiang-emergency'
const PROVINCE = '33001'
const REASON = '系统管理员和用户管理人员同时失联。'

let product: TestProduct
let security: TestClient
let system: TestClient
let keySerial: string
beforeAll(async () => {
  product = await startTestProduct()
  security = await signInOfficer(product, 'zhejiang-security')
  system = await signInOfficer(product, 'zhejiang-system')
  // The key that lies in the envelope: one of the demonstration that is nobody's from now on.
  const { rows } = await product.admin.query<{ serial: string }>(
    `delete from staff_keys k using staff_users u where u.id = k.user_id and u.username = 'kecheng-print' returning k.serial`,
  )
  keySerial = rows[0]?.serial ?? ''
  await product.admin.query(
    `insert into staff_profiles (person_id, agency_code, phone_sealed) select p.id, p.agency_code, $1
     from staff_people p join staff_users u on u.person_id = p.id where 'security' = any (u.roles)
     on conflict (person_id) do update set phone_sealed = excluded.phone_sealed`,
    [product.crypto.sealColumn('19900000055')],
  )
})
afterAll(() => product.stop())

async function seal(): Promise<string> {
  return (await security.call(sealEmergencyEndpoint, { username: USERNAME, keySerial })).output().password
}

async function account(by = security) {
  const { accounts } = (await by.call(listEmergencyEndpoint, {})).output()
  return accounts.find(({ agencyCode }) => agencyCode === PROVINCE)
}

async function ask(by = security): Promise<string> {
  return (await by.call(askEmergencyEndpoint, { agencyCode: PROVINCE, reason: REASON })).output().openingId
}

async function trySignIn(password: string): Promise<number> {
  return (await product.visitor('office').call(beginSignInEndpoint, { username: USERNAME, password })).status
}

/** Lets time pass for this opening. */
async function age(openingId: string, by: string): Promise<void> {
  await product.admin.query(
    `update emergency_openings set opened_at = opened_at - $2::interval, closes_at = closes_at - $2::interval where id = $1`,
    [openingId, by],
  )
  await product.admin.query(`update staff_users set activated_at = activated_at - $1::interval where is_emergency`, [
    by,
  ])
}

describe('S-042: the sealed emergency account', () => {
  test('opens nothing while it is sealed, nor by one person alone, nor by two of one office', async () => {
    expect((await account())?.state).toBe('none')
    const password = await seal()
    expect(await account()).toMatchObject({ state: 'sealed', username: USERNAME })
    expect(await trySignIn(password)).toBe(401)
    const openingId = await ask()
    expect(await trySignIn(password)).toBe(401)
    const own = await security.call(approveEmergencyEndpoint, { openingId })
    expect(own.refusal().code).toBe('emergency.same-person')
    const beside = await signInOfficer(product, 'nation-security')
    expect((await beside.call(approveEmergencyEndpoint, { openingId })).refusal().code).toBe('emergency.same-role')
    const twice = await system.call(askEmergencyEndpoint, { agencyCode: PROVINCE, reason: REASON })
    expect(twice.refusal().code).toBe('emergency.pending')
    expect(await trySignIn(password)).toBe(401)
    await security.call(closeEmergencyEndpoint, { openingId })
    const late = await system.call(approveEmergencyEndpoint, { openingId })
    expect(late.refusal().code).toBe('emergency.over')
  })

  test('the database itself takes no opening by one person, nor for longer than an hour', async () => {
    const openingId = await ask()
    const open = (sql: string) => product.admin.query(`update emergency_openings set ${sql} where id = $1`, [openingId])
    const alone = `approved_by = asked_by, approved_role = 'system', opened_at = app_now(), closes_at = app_now() + interval '60 minutes'`
    await expect(open(alone)).rejects.toThrow(/two_persons/)
    const long = `approved_by = (select person_id from staff_users where username = 'zhejiang-system'), approved_role = 'system',
      opened_at = app_now(), closes_at = app_now() + interval '61 minutes'`
    await expect(open(long)).rejects.toThrow(/hour/)
    await security.call(closeEmergencyEndpoint, { openingId })
  })

  test('two persons open it for sixty minutes to the instant; who watches is told at once; everything it reads is on record', async () => {
    const password = await seal()
    const openingId = await ask()
    const opened = (await system.call(approveEmergencyEndpoint, { openingId })).output()
    await product.settle()
    const inbox = await fetch(`${product.sandbox.http}/inbox/sms?phone=19900000055`)
    expect(await inbox.text()).toContain(`应急账号 ${USERNAME} 已启用`)
    const events = (await security.call(listSecurityEventsEndpoint, { kind: 'emergency-opened' })).output()
    expect(events.rows).toHaveLength(1)

    const emergency = await signInOfficer(product, USERNAME, password)
    const { rows } = (await emergency.call(listStaffEndpoint, {})).output()
    const personId = rows[0]?.personId ?? ''
    await emergency.call(getStaffEndpoint, { personId })
    const [opening] = (await account())?.openings ?? []
    expect(opening).toMatchObject({ openingId, isOpen: true, closesAt: opened.closesAt })
    const read = opening?.reads.map(({ endpoint, objectId }) => `${endpoint} ${objectId}`)
    expect(read).toEqual(expect.arrayContaining(['staff.list-people ', `staff.get-person ${personId}`]))
    const { rowCount } = await product.admin.query(
      `select 1 from audit_events where object_kind = 'emergency-account' and outcome = 'read' and event = 'staff.get-person'`,
    )
    expect(rowCount).toBe(1)

    await age(openingId, '59 minutes')
    expect((await emergency.call(getStaffEndpoint, { personId })).status).toBe(200)
    await age(openingId, '1 minute')
    expect((await emergency.call(getStaffEndpoint, { personId })).status).toBe(401)
    expect(await trySignIn(password)).toBe(401)
    expect((await account())?.state).toBe('used')
    const again = await security.call(askEmergencyEndpoint, { agencyCode: PROVINCE, reason: REASON })
    expect(again.refusal().code).toBe('emergency.not-sealed')
  })

  test('is shut by one person at once, and the old envelope opens nothing after it is sealed anew', async () => {
    const password = await seal()
    const openingId = await ask(system)
    await security.call(approveEmergencyEndpoint, { openingId })
    const emergency = await signInOfficer(product, USERNAME, password)
    expect((await security.call(sealEmergencyEndpoint, { username: USERNAME, keySerial })).refusal().code).toBe(
      'emergency.open',
    )
    await security.call(closeEmergencyEndpoint, { openingId })
    expect((await emergency.call(listStaffEndpoint, {})).status).toBe(401)
    await seal()
    const next = await ask()
    await system.call(approveEmergencyEndpoint, { openingId: next })
    expect(await trySignIn(password)).toBe(401)
    await security.call(closeEmergencyEndpoint, { openingId: next })
  })

  test('of twenty who agree at one moment one opens it', async () => {
    await seal()
    const openingId = await ask()
    const tries = await Promise.all(
      Array.from({ length: 20 }, () => system.call(approveEmergencyEndpoint, { openingId })),
    )
    expect(tries.filter(({ status }) => status === 200)).toHaveLength(1)
    await security.call(closeEmergencyEndpoint, { openingId })
  })

  test('its password is told once and stored nowhere', async () => {
    const password = await seal()
    const { rows } = await product.admin.query(
      `select 1 from idempotency_keys where outcome::text like '%' || $1 || '%'
       union all select 1 from audit_events where detail::text like '%' || $1 || '%'`,
      [password],
    )
    expect(rows).toEqual([])
  })
})
