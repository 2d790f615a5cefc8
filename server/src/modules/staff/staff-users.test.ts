import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OfficeRole } from '@xingtan/contract/office/session'
import { makeSyntheticNumber } from '../../../test/synthetic-number.ts'
import { FOREIGN, HOME, type World, startWorld } from '../../../test/world.ts'
import type { OfficerActor } from '../../platform/actor.ts'
import { sql } from '../../platform/sql.ts'
import { activate } from './activate.ts'
import { delegate } from './delegate.ts'
import { disableUser } from './disable-user.ts'
import { endDelegation } from './end-delegation.ts'
import { enterPerson } from './enter-person.ts'
import { filePeople } from './file-people.ts'
import { getPerson } from './get-person.ts'
import { grantRoles } from './grant-roles.ts'
import { listDelegations } from './list-delegations.ts'
import { openUser } from './open-user.ts'
import { registerKey } from './register-key.ts'
import { revokeKey } from './revoke-key.ts'

let world: World
let county: OfficerActor
let province: OfficerActor
let nation: OfficerActor
let provinceCode = ''

beforeAll(async () => {
  world = await startWorld()
  const [row] = await world.rows(`select code from agencies where level = 'province' and region_code = '330000'`)
  provinceCode = String(row?.['code'])
  county = await world.officer({ roles: ['users'] })
  province = await world.officer({ roles: ['users'], agencyCode: provinceCode })
  nation = await world.officer({ roles: ['users'], agencyCode: '00000' })
})
afterAll(() => world.stop())

const refusedWith = (...codes: string[]) => ({ reasons: codes.map((code) => expect.objectContaining({ code })) })
const newName = () => `user-${randomUUID().slice(0, 8)}`

async function enter(actor = county, agencyCode = HOME): Promise<string> {
  const document = { documentType: 'resident-id' as const, documentNumber: makeSyntheticNumber(1) }
  const contact = { phone: '19900000001', officePhone: null, post: '办事员' }
  return (await enterPerson(world.as(actor), { agencyCode, name: '林观止', ...document, ...contact })).personId
}

async function fileNow(personId: string, actor = province): Promise<void> {
  const [row] = await world.rows(`select id from staff_filings where person_id = $1 and state = 'waiting'`, [personId])
  await filePeople(world.as(actor), { filingIds: [String(row?.['id'])], fromOn: null, untilOn: '2027-12-31' })
}

interface Wish {
  readonly personId: string
  readonly roles: readonly OfficeRole[]
  readonly agencyCode?: string
}

async function open(actor: OfficerActor, { personId, roles, agencyCode = HOME }: Wish): Promise<string> {
  const user = { personId, agencyCode, username: newName(), roles: [...roles], pointId: null, keySerial: null }
  return (await openUser(world.as(actor), user)).userId
}

/** Text of the newest SMS, opened. */
async function readSms(): Promise<string> {
  const [row] = await world.rows(
    `select text_sealed from messages where template = 'staff.activation' order by created_at desc, id limit 1`,
  )
  const sealed = row?.['text_sealed']
  if (!Buffer.isBuffer(sealed)) throw new Error('no message')
  return world.services.office.crypto.openColumn(sealed)
}

const nobody = () => world.as({ kind: 'nobody' })
const office = () => ({ ...nobody(), ...world.as(county), actor: { kind: 'nobody' as const } })

describe('who gives which role to whom', () => {
  test('S-031: nothing outside the own tree, by the use case and by the database', async () => {
    const personId = await enter()
    const wish = { personId, roles: ['review' as const], agencyCode: FOREIGN }
    await expect(open(county, wish)).rejects.toMatchObject(refusedWith('staff.outside-scope'))
    const stranger = await world.officer({ roles: ['review'], agencyCode: FOREIGN })
    const input = { userId: stranger.userId, roles: ['approve' as const], pointId: null }
    await expect(grantRoles(world.as(county), input)).rejects.toMatchObject(refusedWith('request.not-found'))
    const direct = world.services.office.db.transaction({ officerId: county.userId, agencyCode: HOME }, (tx) =>
      tx.run(sql`update staff_users set roles = '{approve}' where id = ${stranger.userId}`),
    )
    await expect(direct).rejects.toMatchObject({ code: '42501' })
  })

  test('S-030: nobody changes the own roles, by the use case and by the database', async () => {
    const input = { userId: county.userId, roles: ['users' as const, 'approve' as const], pointId: null }
    await expect(grantRoles(world.as(county), input)).rejects.toMatchObject(refusedWith('staff.own-roles'))
    const direct = world.services.office.db.transaction({ officerId: county.userId, agencyCode: HOME }, (tx) =>
      tx.run(sql`update staff_users set roles = '{users,approve}' where id = ${county.userId}`),
    )
    await expect(direct).rejects.toMatchObject({ code: '42501' })
  })

  test('S-041: an administrator is named from above, holds one of the three, and no case role, over all accounts', async () => {
    const personId = await enter(nation, provinceCode)
    const at = { personId, agencyCode: provinceCode }
    const beside = open(province, { ...at, roles: ['system'] })
    await expect(beside).rejects.toMatchObject(refusedWith('staff.administrator-from-above'))
    await open(nation, { ...at, roles: ['system'] })
    for (const role of ['security', 'audit', 'approve'] as const) {
      await expect(open(nation, { ...at, roles: [role] })).rejects.toMatchObject(refusedWith('staff.roles-exclusive'))
    }
    const both = open(nation, {
      personId: await enter(nation, provinceCode),
      agencyCode: provinceCode,
      roles: ['system', 'review'],
    })
    await expect(both).rejects.toMatchObject(refusedWith('staff.roles-exclusive'))
  })

  test('S-041: twenty parallel grants leave one person with one of the three', async () => {
    const personId = await enter(nation, provinceCode)
    const roles = ['system', 'security', 'audit', 'review'] as const
    const tries = Array.from({ length: 20 }, (_one, index) =>
      open(nation, { personId, agencyCode: provinceCode, roles: [roles[index % 4] ?? 'audit'] }),
    )
    await Promise.allSettled(tries)
    const rows = await world.rows(
      `select distinct role from staff_users u, unnest(u.roles) as role where person_id = $1 and enabled`,
      [personId],
    )
    expect(rows).toHaveLength(1)
  })

  test('a confirm user belongs to a point of the agency', async () => {
    const personId = await enter()
    const wish = { personId, agencyCode: HOME, roles: ['confirm' as const], keySerial: null, username: newName() }
    await expect(openUser(world.as(county), { ...wish, pointId: null })).rejects.toMatchObject(
      refusedWith('staff.point-needed'),
    )
    await expect(openUser(world.as(county), { ...wish, pointId: world.points.foreign })).rejects.toMatchObject(
      refusedWith('staff.point-foreign'),
    )
    await openUser(world.as(county), { ...wish, pointId: world.points.home })
  })
})

describe('the first password', () => {
  test('no administrator knows it: a code goes to the filed mobile once filed, is good once, and five tries end it', async () => {
    const personId = await enter()
    const userId = await open(county, { personId, roles: ['review'] })
    const countSms = `select count(*)::int as count from staff_activations where user_id = $1`
    expect(await world.rows(countSms, [userId])).toEqual([{ count: 0 }])
    await fileNow(personId)
    const text = await readSms()
    const code = /激活码 ([\w-]+)/.exec(text)?.[1] ?? ''
    const [user] = await world.rows('select username from staff_users where id = $1', [userId])
    const username = String(user?.['username'])
    const password = '山高月小水落石出'
    await expect(activate(office(), { username, code, password: '12345678' })).rejects.toMatchObject({
      reasons: expect.arrayContaining([expect.objectContaining({ code: 'staff.password-weak' })]),
    })
    const wrong = activate(office(), { username, code: 'AAAA-AAAA-AAAA', password })
    await expect(wrong).rejects.toMatchObject(refusedWith('staff.activation-refused'))
    const tries = Array.from({ length: 2 }, () => activate(office(), { username, code: code.toLowerCase(), password }))
    const settled = await Promise.allSettled(tries)
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const [stored] = await world.rows('select password_hash from staff_users where id = $1', [userId])
    expect(await world.services.office.hasher.verify(password, String(stored?.['password_hash']))).toBe(true)
    const view = await getPerson(world.as(county), { personId })
    expect(view.users).toMatchObject([{ isActivated: true, codeExpiresAt: null }])
  })

  test('a code is over at its instant', async () => {
    const personId = await enter()
    await fileNow(personId)
    const userId = await open(county, { personId, roles: ['review'] })
    const code = /激活码 ([\w-]+)/.exec(await readSms())?.[1] ?? ''
    const [user] = await world.rows('select username from staff_users where id = $1', [userId])
    await world.rows('update staff_activations set expires_at = app_now() where user_id = $1', [userId])
    const late = activate(office(), { username: String(user?.['username']), code, password: '山高月小水落石出' })
    await expect(late).rejects.toMatchObject(refusedWith('staff.activation-refused'))
  })
})

describe('keys and users', () => {
  test('a serial is on file once, a new key ends the old one, nobody files the own key', async () => {
    const personId = await enter()
    const userId = await open(county, { personId, roles: ['review'] })
    await registerKey(world.as(county), { userId, serial: '5C00000000000001' })
    await registerKey(world.as(county), { userId, serial: '5C00000000000002' })
    const again = registerKey(world.as(county), { userId, serial: '5C00000000000001' })
    await expect(again).rejects.toMatchObject(refusedWith('staff.key-taken'))
    const own = registerKey(world.as(county), { userId: county.userId, serial: '5C00000000000003' })
    await expect(own).rejects.toMatchObject(refusedWith('staff.own-key'))
    await revokeKey(world.as(county), { serial: '5C00000000000002', reason: '遗失。' })
    const live = await world.rows('select 1 from staff_keys where user_id = $1 and revoked_at is null', [userId])
    expect(live).toEqual([])
  })
})

describe('委托授权 (S-043)', () => {
  const rolesNow = async (userId: string) =>
    (await world.rows('select staff_delegated_roles($1) as roles', [userId]))[0]?.['roles']

  async function filedOfficer(roles: readonly OfficeRole[]): Promise<OfficerActor> {
    const officer = await world.officer({ roles })
    await world.rows(`update staff_people set filed_until = '2030-01-01' where id = $1`, [officer.personId])
    return officer
  }

  test('S-043: holds from its first instant to its last, half-open', async () => {
    const giver = await filedOfficer(['approve', 'users'])
    const taker = await filedOfficer(['vet'])
    const startsAt = '2026-10-12T09:00:00.000Z'
    const endsAt = '2026-10-13T09:00:00.000Z'
    await delegate(world.as(giver), { toUserId: taker.userId, roles: ['approve'], startsAt, endsAt, reason: '出差。' })
    // The clock of the database runs on: a frozen instant is asked by a clock that does not.
    const at = async (instant: string) => {
      await world.admin.query('begin')
      await world.moveClock(instant)
      const roles = await rolesNow(taker.userId)
      await world.admin.query('rollback')
      return roles
    }
    expect(await at('2026-10-12T08:59:59.999Z')).toEqual([])
    expect(await at('2026-10-12T09:00:00.000Z')).toEqual(['approve'])
    expect(await at('2026-10-13T08:59:59.999Z')).toEqual(['approve'])
    expect(await at('2026-10-13T09:00:00.000Z')).toEqual([])
  })

  test('never user management, roles that are not one’s own, oneself, another agency, an unfiled person or an administrator', async () => {
    const giver = await filedOfficer(['review', 'users'])
    const taker = await filedOfficer(['vet'])
    const interval = { startsAt: '2026-10-12T02:00:00.000Z', endsAt: '2026-10-20T02:00:00.000Z', reason: '出差。' }
    const give = (toUserId: string, role: OfficeRole) =>
      delegate(world.as(giver), { toUserId, roles: [role], ...interval })
    for (const role of ['users', 'approve', 'system'] as const) {
      await expect(give(taker.userId, role)).rejects.toMatchObject(refusedWith('staff.delegation-roles'))
    }
    await expect(give(giver.userId, 'review')).rejects.toMatchObject(refusedWith('staff.delegation-own'))
    const foreign = await world.officer({ roles: ['vet'], agencyCode: FOREIGN })
    const unfiled = await world.officer({ roles: ['vet'] })
    await world.rows(`update staff_people set filed_until = filed_from where id = $1`, [unfiled.personId])
    const administrator = await filedOfficer(['audit'])
    for (const to of [foreign, unfiled, administrator]) {
      await expect(give(to.userId, 'review')).rejects.toMatchObject(refusedWith('staff.delegation-person'))
    }
    const backwards = { ...interval, endsAt: '2026-10-11T02:00:00.000Z' }
    const past = delegate(world.as(giver), { toUserId: taker.userId, roles: ['review'], ...backwards })
    await expect(past).rejects.toMatchObject(refusedWith('staff.delegation-interval'))
  })

  test('I-17: ends with the role, the user, the filing of the giver, and by either of the two', async () => {
    const interval = { startsAt: '2026-10-12T02:00:00.000Z', endsAt: '2026-10-20T02:00:00.000Z', reason: '出差。' }
    const arrange = async () => {
      const giver = await filedOfficer(['review'])
      const taker = await filedOfficer(['vet'])
      const wish = { toUserId: taker.userId, roles: ['review' as const], ...interval }
      const { delegationId } = await delegate(world.as(giver), wish)
      expect(await rolesNow(taker.userId)).toEqual(['review'])
      return { giver, taker, delegationId }
    }
    const byRole = await arrange()
    await grantRoles(world.as(county), { userId: byRole.giver.userId, roles: ['vet'], pointId: null })
    expect(await rolesNow(byRole.taker.userId)).toEqual([])
    const byUser = await arrange()
    await disableUser(world.as(county), { userId: byUser.giver.userId, reason: '离岗前停用。' })
    expect(await rolesNow(byUser.taker.userId)).toEqual([])
    const byFiling = await arrange()
    await world.rows('update staff_people set filed_until = app_now() where id = $1', [byFiling.giver.personId])
    expect(await rolesNow(byFiling.taker.userId)).toEqual([])
    const byTaker = await arrange()
    const stranger = await filedOfficer(['vet'])
    await expect(endDelegation(world.as(stranger), byTaker)).rejects.toMatchObject(refusedWith('request.not-found'))
    await endDelegation(world.as(byTaker.taker), byTaker)
    expect(await rolesNow(byTaker.taker.userId)).toEqual([])
    expect((await listDelegations(world.as(byTaker.giver))).rows[0]?.endedAt).not.toBeNull()
  })
})
