import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FOREIGN, HOME, type World, startWorld } from '../../../test/world.ts'
import { makeSyntheticNumber } from '../../../test/synthetic-number.ts'
import type { OfficerActor } from '../../platform/actor.ts'
import { sql } from '../../platform/sql.ts'
import { endPerson } from './end-person.ts'
import { enterPerson } from './enter-person.ts'
import { filePeople } from './file-people.ts'
import { getPerson } from './get-person.ts'
import { listFilings } from './list-filings.ts'
import { listPeople } from './list-people.ts'
import { openUser } from './open-user.ts'
import { proposeChange } from './propose-change.ts'
import { proposeRenewals } from './propose-renewals.ts'
import { returnFiling } from './return-filing.ts'

let world: World
let county: OfficerActor
let province: OfficerActor
let provinceCode = ''

beforeAll(async () => {
  world = await startWorld()
  const [row] = await world.rows(`select code from agencies where level = 'province' and region_code = '330000'`)
  provinceCode = String(row?.['code'])
  county = await world.officer({ roles: ['users'] })
  province = await world.officer({ roles: ['users'], agencyCode: provinceCode })
})
afterAll(() => world.stop())

const wish = (documentNumber = makeSyntheticNumber(1)) => ({
  agencyCode: HOME,
  name: '林观止',
  documentType: 'resident-id' as const,
  documentNumber,
  phone: '19900000001',
  officePhone: null,
  post: '办事员',
})

async function filingOf(personId: string): Promise<string> {
  const [row] = await world.rows(`select id from staff_filings where person_id = $1 and state = 'waiting'`, [personId])
  return String(row?.['id'])
}

async function file(personId: string, untilOn = '2027-12-31', actor = province, fromOn: string | null = null) {
  return filePeople(world.as(actor), { filingIds: [await filingOf(personId)], fromOn, untilOn })
}

const refusedWith = (...codes: string[]) => ({ reasons: codes.map((code) => expect.objectContaining({ code })) })

describe('备案 by the province (ACC-8)', () => {
  test('S-030: the county proposes, the province files; neither the proposer nor the county nor the person does', async () => {
    const { personId } = await enterPerson(world.as(county), wish())
    await expect(file(personId, '2027-12-31', county)).rejects.toMatchObject(refusedWith('staff.filing-foreign'))
    const own = await enterPerson(world.as(province), wish())
    await expect(file(own.personId)).rejects.toMatchObject(refusedWith('staff.filing-own'))
    await file(personId)
    const view = await getPerson(world.as(county), { personId })
    expect(view).toMatchObject({ state: 'filed', filedUntil: '2027-12-31T16:00:00.000Z', maskedPhone: '199****0001' })
    expect(view.events.map(({ title }) => title)).toEqual(['予以备案', '提出首次备案'])
  })

  test('S-030: the database itself refuses one person as both, and an agency that does not file', async () => {
    const { personId } = await enterPerson(world.as(county), wish())
    const decide = `update staff_filings set state = 'filed', decided_at = app_now(), decided_by = proposed_by,
      filed_from = app_now(), filed_until = app_now() + interval '1 day' where person_id = $1`
    await expect(world.rows(decide, [personId])).rejects.toThrow(/staff_filings__two_persons/)
    const scoped = { officerId: county.userId, agencyCode: HOME }
    const direct = world.services.office.db.transaction(scoped, (tx) =>
      tx.run(sql`update staff_filings set state = 'filed', decided_at = ${tx.now}, decided_by = ${province.personId},
        filed_from = ${tx.now}, filed_until = ${new Date('2027-01-01')} where person_id = ${personId}`),
    )
    await expect(direct).rejects.toMatchObject({ code: '42501' })
  })

  test('the interval is half-open, at most to the end of the next year, and told with all its defects', async () => {
    const { personId } = await enterPerson(world.as(county), wish())
    await expect(file(personId, '2028-01-01')).rejects.toMatchObject(refusedWith('staff.filing-until-late'))
    await expect(file(personId, '2026-10-11', province, '2026-10-01')).rejects.toMatchObject(
      refusedWith('staff.filing-from-past', 'staff.filing-until-early'),
    )
    await file(personId, '2026-12-31', province, '2026-11-01')
    const state = async () => (await getPerson(world.as(county), { personId })).state
    expect(await state()).toBe('later')
    await world.moveClock('2026-10-31T23:59:30+08:00')
    expect(await state()).toBe('later')
    await world.moveClock('2026-11-01T00:00:00+08:00')
    expect(await state()).toBe('filed')
    await world.moveClock('2027-01-01T00:00:00+08:00')
    expect(await state()).toBe('expired')
    await world.moveClock('2026-10-12T10:00:00+08:00')
  })

  test('a returned filing is asked for again; a change holds only once it is registered', async () => {
    const { personId } = await enterPerson(world.as(county), wish())
    await returnFiling(world.as(province), { filingId: await filingOf(personId), reason: '岗位不明确。' })
    expect((await getPerson(world.as(county), { personId })).state).toBe('returned')
    const change = {
      personId,
      name: '林观止',
      phone: null,
      officePhone: '0570-3012345',
      post: '科员',
      reason: '补充岗位。',
    }
    await proposeChange(world.as(county), change)
    await expect(proposeChange(world.as(county), change)).rejects.toMatchObject(refusedWith('staff.filing-waiting'))
    await file(personId)
    await proposeChange(world.as(county), { ...change, post: '科长', phone: '19900000002' })
    expect(await getPerson(world.as(county), { personId })).toMatchObject({ post: '科员', maskedPhone: '199****0001' })
    await file(personId)
    expect(await getPerson(world.as(county), { personId })).toMatchObject({ post: '科长', maskedPhone: '199****0002' })
  })

  test('renewals are asked for in bulk, all or none, and go on from the filing in force', async () => {
    const ids: string[] = []
    for (let index = 0; index < 2; index += 1) {
      const { personId } = await enterPerson(world.as(county), wish())
      await file(personId, '2026-12-01')
      ids.push(personId)
    }
    const listed = await listPeople(world.as(county), { show: 'renewal' })
    expect(listed.rows.map(({ personId }) => personId)).toEqual(expect.arrayContaining(ids))
    const unfiled = await enterPerson(world.as(county), wish())
    const mixed = proposeRenewals(world.as(county), { personIds: [...ids, unfiled.personId] })
    await expect(mixed).rejects.toMatchObject({ reasons: [{ code: 'staff.renewal-row', values: { row: 3 } }] })
    expect(await proposeRenewals(world.as(county), { personIds: ids })).toEqual({ count: 2 })
    const waiting = await listFilings(world.as(province), {})
    const filingIds = waiting.rows.filter(({ personId }) => ids.includes(personId)).map(({ filingId }) => filingId)
    await filePeople(world.as(province), { filingIds, fromOn: null, untilOn: '2027-12-31' })
    for (const personId of ids) {
      const { filedFrom, filedUntil } = await getPerson(world.as(county), { personId })
      expect(filedFrom?.slice(0, 10)).toBe('2026-10-12')
      expect(filedUntil).toBe('2027-12-31T16:00:00.000Z')
    }
  })

  test('the history is append-only for the office', async () => {
    const scoped = { officerId: county.userId, agencyCode: HOME }
    for (const statement of [sql`delete from staff_filing_events`, sql`update staff_filing_events set reason = 'x'`]) {
      await expect(world.services.office.db.transaction(scoped, (tx) => tx.run(statement))).rejects.toMatchObject({
        code: '42501',
      })
    }
  })
})

describe('one person is one person (S-058)', () => {
  test('S-058: full-width digits, a lower x and spaces lead to the same person', async () => {
    const base = makeSyntheticNumber(1)
    await enterPerson(world.as(county), wish(base))
    const wide = base.replaceAll(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))).toLowerCase()
    for (const spelling of [wide, ` ${base} `, base.toLowerCase()]) {
      await expect(enterPerson(world.as(county), wish(spelling))).rejects.toMatchObject(
        refusedWith('staff.person-present'),
      )
    }
  })

  test('S-058: the fifteen digits of before 1999 are no second person', async () => {
    const base = makeSyntheticNumber(1)
    await enterPerson(world.as(county), wish(base))
    const short = `${base.slice(0, 6)}${base.slice(8, 17)}`
    await expect(enterPerson(world.as(county), wish(short))).rejects.toMatchObject(refusedWith('staff.person-present'))
  })

  test('S-058: thirty parallel tries of two counties enter one row', async () => {
    const other = await world.officer({ roles: ['users'], agencyCode: FOREIGN })
    const number = makeSyntheticNumber(2)
    const tries = Array.from({ length: 30 }, (_one, index) => {
      const [actor, agencyCode] = index % 2 === 0 ? [county, HOME] : [other, FOREIGN]
      return enterPerson(world.as(actor), { ...wish(number), name: '林并行', agencyCode })
    })
    const settled = await Promise.allSettled(tries)
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const [row] = await world.rows(`select count(*)::int as count from staff_people where name = '林并行'`)
    expect(row).toEqual({ count: 1 })
  })
})

describe('whose people one sees (S-031)', () => {
  test('S-031: a foreign county, a city and the nation see what answers to them and nothing else', async () => {
    const { personId } = await enterPerson(world.as(county), wish())
    const stranger = await world.officer({ roles: ['users'], agencyCode: FOREIGN })
    const nation = await world.officer({ roles: ['users'], agencyCode: '00000' })
    await expect(getPerson(world.as(stranger), { personId })).rejects.toMatchObject(refusedWith('staff.person-unknown'))
    await expect(endPerson(world.as(stranger), { personId, reason: '试试。' })).rejects.toMatchObject(
      refusedWith('staff.person-unknown'),
    )
    await expect(enterPerson(world.as(stranger), wish())).rejects.toMatchObject(refusedWith('staff.outside-scope'))
    expect((await getPerson(world.as(nation), { personId })).personId).toBe(personId)
    const listed = await listPeople(world.as(stranger), {})
    expect(listed.rows.every(({ agencyCode }) => agencyCode === FOREIGN)).toBe(true)
    expect(listed.rows.length).toBeGreaterThan(0)
  })
})

describe('leaving (S-032, I-17)', () => {
  test('S-032: one act ends every account, session, key and delegation, elsewhere too, and what is open stays listed', async () => {
    const { personId } = await enterPerson(world.as(county), wish())
    await file(personId)
    const keySerial = `5C${randomUUID().replaceAll('-', '').slice(0, 14).toUpperCase()}`
    const open = { personId, agencyCode: HOME, roles: ['review' as const], pointId: null, keySerial }
    const { userId } = await openUser(world.as(county), { ...open, username: 'leaver-one' })
    const elsewhere = await world.officer({ roles: ['vet'], agencyCode: FOREIGN, personId })
    await world.rows(
      `insert into staff_sessions (id, token_hash, user_id, key_serial, started_at, seen_at, ends_at)
       values (gen_random_uuid(), '\\x01', $1, $2, app_now(), app_now(), app_now() + interval '1 hour')`,
      [userId, keySerial],
    )
    await expect(endPerson(world.as(county), { personId: county.personId, reason: '自己。' })).rejects.toMatchObject(
      refusedWith('staff.own-user'),
    )
    await endPerson(world.as(county), { personId, reason: '调离。' })
    const left = await world.rows(
      `select (select count(*) from staff_users where person_id = $1 and enabled)
            + (select count(*) from staff_sessions s join staff_users u on u.id = s.user_id where u.person_id = $1 and s.ended_at is null)
            + (select count(*) from staff_keys k join staff_users u on u.id = k.user_id where u.person_id = $1 and k.revoked_at is null) as live`,
      [personId],
    )
    expect(left).toEqual([{ live: 0 }])
    const view = await getPerson(world.as(county), { personId })
    expect(view).toMatchObject({ state: 'left', leftReason: '调离。' })
    expect(view.duties.users.map(({ username }) => username)).toContain('leaver-one')
    expect(view.duties.keySerials).toEqual([keySerial])
    expect(elsewhere.personId).toBe(personId)
    await expect(
      openUser(world.as(county), { ...open, username: 'leaver-two', keySerial: null }),
    ).rejects.toMatchObject(refusedWith('staff.person-left'))
  })

  test('who left may be entered again, by another agency too, and is unfiled until then', async () => {
    const number = makeSyntheticNumber(1)
    const { personId } = await enterPerson(world.as(county), wish(number))
    const other = await world.officer({ roles: ['users'], agencyCode: FOREIGN })
    const there = { ...wish(number), agencyCode: FOREIGN }
    await expect(enterPerson(world.as(other), there)).rejects.toMatchObject(refusedWith('staff.person-elsewhere'))
    await file(personId)
    await endPerson(world.as(county), { personId, reason: '调往邻县。' })
    expect(await enterPerson(world.as(other), there)).toEqual({ personId })
    expect((await getPerson(world.as(other), { personId })).state).toBe('waiting')
  })
})
