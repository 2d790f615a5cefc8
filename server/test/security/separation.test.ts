import { approveCaseEndpoint, getCaseEndpoint, reviewCaseEndpoint } from '@xingtan/contract/office/case'
import { grantRolesEndpoint, listStaffEndpoint, openUserEndpoint } from '@xingtan/contract/office/staff'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SCOPE_CHECKS } from '../../src/invariants/sql-scope.ts'
import { type TestProduct, startTestProduct } from '../product.ts'
import { signInOfficer } from '../sign-in.ts'

let product: TestProduct
beforeAll(async () => {
  product = await startTestProduct()
})
afterAll(() => product.stop())

async function userOf(username: string): Promise<{ id: string; personId: string }> {
  const { rows } = await product.admin.query<{ id: string; personId: string }>(
    `select id, person_id as "personId" from staff_users where username = $1`,
    [username],
  )
  const [row] = rows
  if (row === undefined) throw new Error(`no user ${username}`)
  return row
}

describe('S-041: three administrators, none of whom decides a case', () => {
  test('the system administrator opens no case, the security administrator approves none, the auditor reviews none', async () => {
    const applicationId = randomUUID()
    const system = await signInOfficer(product, 'zhejiang-system')
    expect((await system.call(getCaseEndpoint, { applicationId })).refusal().code).toBe('request.not-allowed')
    const security = await signInOfficer(product, 'zhejiang-security')
    const approval = await security.call(approveCaseEndpoint, { applicationId, version: 1 })
    expect(approval.refusal().code).toBe('request.not-allowed')
    const audit = await signInOfficer(product, 'zhejiang-audit')
    const opinion = { opinion: 'pass' as const, note: null, reasons: [] }
    const review = await audit.call(reviewCaseEndpoint, { applicationId, version: 1, ...opinion })
    expect(review.refusal().code).toBe('request.not-allowed')
    expect((await audit.call(listStaffEndpoint, {})).status).toBe(403)
  })

  test('nobody is given two of the three, nor one of them beside a case role, in one account or in another', async () => {
    const nation = await signInOfficer(product, 'nation-users')
    const security = await userOf('zhejiang-security')
    for (const roles of [
      ['security', 'audit'],
      ['security', 'review'],
    ] as const) {
      const granted = await nation.call(grantRolesEndpoint, { userId: security.id, roles: [...roles], pointId: null })
      expect(granted.refusal().code, roles.join()).toBe('staff.roles-exclusive')
    }
    const second = await nation.call(openUserEndpoint, {
      personId: security.personId,
      agencyCode: '33001',
      username: 'zhejiang-second',
      roles: ['audit'],
      pointId: null,
      keySerial: null,
    })
    expect(second.refusal().code).toBe('staff.roles-exclusive')
    const forced = product.admin.query(`update staff_users set roles = '{security,audit}' where id = $1`, [security.id])
    await expect(forced).rejects.toThrow(/administrator|separated/)
  })
})

test('S-059: a role that is taken away in mid-work is refused at the very next request, within a second, and says so', async () => {
  const review = await signInOfficer(product, 'kecheng-review')
  const users = await signInOfficer(product, 'kecheng-users')
  const { id: userId } = await userOf('kecheng-review')
  const applicationId = randomUUID()
  const save = () =>
    review.call(reviewCaseEndpoint, { applicationId, version: 1, opinion: 'pass', note: null, reasons: [] })
  expect((await save()).refusal().code).toBe('request.not-found')
  const granted = await users.call(grantRolesEndpoint, { userId, roles: ['statistics'], pointId: null })
  expect(granted.status).toBe(200)
  const startedAt = performance.now()
  const refused = await save()
  expect(performance.now() - startedAt).toBeLessThan(1000)
  expect(refused.status).toBe(403)
  expect(refused.refusal().reasons[0]?.sentence).toMatch(/权限.*。$/)
  await users.call(grantRolesEndpoint, { userId, roles: ['review'], pointId: null })
  expect((await save()).refusal().code).toBe('request.not-found')
})

describe('I-17 is found where it is broken', () => {
  const breaches = async () => {
    const found: string[] = []
    for (const { id, sql } of SCOPE_CHECKS) {
      if (id === 'I-17')
        for (const row of (await product.admin.query<object>(sql)).rows) found.push(Object.values(row).join())
    }
    return found
  }

  test('a key or a user of somebody who has left, a delegation of somebody disabled', async () => {
    expect(await breaches()).toEqual([])
    const { personId } = await userOf('kecheng-vet')
    await product.admin.query(`update staff_people set left_at = app_now(), left_reason = '调离' where id = $1`, [
      personId,
    ])
    expect(await breaches()).toEqual([expect.stringMatching(/^key of/), expect.stringMatching(/^user of/)])
    await product.admin.query('update staff_people set left_at = null, left_reason = null where id = $1', [personId])
    await product.admin.query(
      `insert into staff_delegations (id, agency_code, from_user_id, to_user_id, roles, starts_at, ends_at, reason)
       select gen_random_uuid(), g.agency_code, g.id, t.id, '{review}', app_now(), app_now() + interval '1 day', '出差'
       from staff_users g, staff_users t where g.username = 'kecheng-review' and t.username = 'kecheng-approve'`,
    )
    expect(await breaches()).toEqual([])
    await product.admin.query(`update staff_users set enabled = false where username = 'kecheng-approve'`)
    expect(await breaches()).toEqual([expect.stringMatching(/^delegation/)])
  })
})
