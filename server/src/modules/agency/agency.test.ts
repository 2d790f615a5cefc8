import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FOREIGN, HOME, type World, startWorld } from '../../../test/world.ts'
import type { OfficerActor } from '../../platform/actor.ts'
import { createAgency } from './create-agency.ts'
import { endPower } from './end-power.ts'
import { getAgencyRecord } from './get-agency-record.ts'
import { grantPower } from './grant-power.ts'
import { findAgency, findRecognisingAgency } from './index.ts'
import { listAgencies } from './list-agencies.ts'
import { renameAgency } from './rename-agency.ts'
import { codesOf } from '../../../test/refusal-codes.ts'

const TODAY = '2026-10-12'
const HOME_REGION = '330802'

let world: World
let province: OfficerActor
let provinceCode: string
let cityCode: string
beforeAll(async () => {
  world = await startWorld(TODAY)
  const [city] = await world.rows('select parent_code from agencies where code = $1', [HOME])
  cityCode = String(city?.['parent_code'])
  const [top] = await world.rows('select parent_code from agencies where code = $1', [cityCode])
  provinceCode = String(top?.['parent_code'])
  province = await world.officer({ roles: ['system'], agencyCode: provinceCode })
})
afterAll(() => world.stop())

/** Who recognises a type for 柯城区 on a day. */
async function recogniserOn(day: string, type: 1 | 2 | 3 | 4): Promise<string | undefined> {
  await world.moveClock(`${day}T10:00:00+08:00`)
  const found = await world.services.public.db.transaction(
    {},
    (tx) => findRecognisingAgency(tx, HOME_REGION, type),
    'read',
  )
  await world.moveClock(`${TODAY}T10:00:00+08:00`)
  return found?.code
}

describe('the register', () => {
  test('is known to the planner as soon as it is laid: without that, one step up the tree read every agency twice', async () => {
    const tables = ['regions', 'agencies', 'agency_powers', 'policies']
    const known = await world.rows(
      'select relname from pg_class where relname = any($1::text[]) and relkind = $2 and reltuples > 0',
      [tables, 'r'],
    )
    expect(known).toHaveLength(tables.length)
  })
})

describe('认定权限', () => {
  test('moves to the agency above from the very day it ends, and comes to an agency on the day it begins (ADM-2)', async () => {
    const record = await getAgencyRecord(world.as(province), { agencyCode: HOME })
    const power = record.powers.find(({ qualificationType }) => qualificationType === 3)
    const ended = { agencyCode: HOME, powerId: power?.powerId ?? '', heldTo: '2026-11-01' }
    await endPower(world.as(province, 'agency.end-power'), ended)
    const granted = { agencyCode: cityCode, qualificationType: 3, heldFrom: '2026-11-01', source: '演示文件' } as const
    await grantPower(world.as(province, 'agency.grant-power'), granted)
    expect(await recogniserOn('2026-10-31', 3)).toBe(HOME)
    expect(await recogniserOn('2026-11-01', 3)).toBe(cityCode)
    expect(await recogniserOn('2026-11-01', 2)).toBe(HOME)
  })

  test('is refused backwards and twice, with every reason at once', async () => {
    const wanted = { agencyCode: HOME, qualificationType: 1, heldFrom: '2026-10-11', source: '演示文件' } as const
    expect(await codesOf(grantPower(world.as(province), wanted))).toEqual([
      'agency.power-backdated',
      'agency.power-held',
    ])
  })

  test('is given once however many officers give it at the same moment', async () => {
    const wanted = { agencyCode: HOME, qualificationType: 5, heldFrom: '2026-12-01', source: '演示文件' } as const
    const tries = await Promise.all(
      Array.from({ length: 20 }, () => codesOf(grantPower(world.as(province, 'agency.grant-power'), wanted))),
    )
    expect(tries.filter((reasons) => reasons.length === 0)).toHaveLength(1)
    expect(new Set(tries.flat())).toEqual(new Set(['agency.power-held']))
  })
})

describe('机构登记', () => {
  test('is kept above an agency, never by itself and never from outside its tree (ADM-1, S-050)', async () => {
    const own = { agencyCode: provinceCode, name: '另一个名称', orderNumber: '演示〔2026〕1号' }
    expect(await codesOf(renameAgency(world.as(province), own))).toEqual(['agency.not-below'])
    const county = await world.officer({ roles: ['system'], agencyCode: FOREIGN })
    expect(await codesOf(renameAgency(world.as(county), { ...own, agencyCode: HOME }))).toEqual(['request.not-found'])
    // The database refuses as well, whatever the code above it says.
    const scope = { officerId: county.userId, agencyCode: FOREIGN }
    const touched = await world.services.office.db.transaction(scope, (tx) =>
      tx.run({ text: `update agencies set name = '越权' where code = '${HOME}'`, values: [] }),
    )
    expect(touched).toBe(0)
  })

  test('keeps the earlier names with their days', async () => {
    const renamed = { agencyCode: FOREIGN, name: '衢江区行政审批局', orderNumber: '演示〔2026〕2号' }
    await renameAgency(world.as(province, 'agency.rename'), renamed)
    const { name, names } = await getAgencyRecord(world.as(province), { agencyCode: FOREIGN })
    expect(name).toBe('衢江区行政审批局')
    expect(names.map(({ heldFrom }) => heldFrom)).toEqual([TODAY, '2000-09-23'])
  })

  test('refuses a name that a sister agency bears', async () => {
    const found = await world.services.office.db.transaction({}, (tx) => findAgency(tx, HOME), 'read')
    const wanted = { agencyCode: FOREIGN, name: found?.name ?? '', orderNumber: '演示〔2026〕3号' }
    expect(await codesOf(renameAgency(world.as(province), wanted))).toEqual(['agency.name-taken'])
  })

  test('gives twenty new agencies at one moment twenty codes that nobody ever had', async () => {
    const before = new Set((await world.rows('select code from agencies')).map(({ code }) => code))
    const made = await Promise.all(
      Array.from({ length: 20 }, (_none, index) =>
        createAgency(world.as(province, 'agency.create'), {
          parentCode: cityCode,
          regionCode: HOME_REGION,
          name: `演示开发区${index}教育局`,
          orderNumber: '演示〔2026〕4号',
        }),
      ),
    )
    const codes = made.map(({ agencyCode }) => agencyCode)
    expect(new Set(codes).size).toBe(20)
    expect(codes.filter((code) => before.has(code) || !code.startsWith('33'))).toEqual([])
    const { rows } = await listAgencies(world.as(province), { parent: cityCode })
    expect(rows.filter(({ name }) => name.startsWith('演示开发区'))).toHaveLength(20)
  })

  test('refuses an agency below a county and one outside the region above it', async () => {
    const wanted = { parentCode: HOME, regionCode: HOME_REGION, name: '演示局', orderNumber: '演示〔2026〕5号' }
    expect(await codesOf(createAgency(world.as(province), wanted))).toEqual(['agency.level-lowest'])
    const outside = { ...wanted, parentCode: cityCode, regionCode: '330102' }
    expect(await codesOf(createAgency(world.as(province), outside))).toEqual(['agency.region-outside'])
  })

  test('is listed from the own agency down, one step at a time, and found by name', async () => {
    const { path, rows } = await listAgencies(world.as(province), { parent: cityCode })
    expect(path.map(({ code }) => code)).toEqual([provinceCode, cityCode])
    expect(rows.map(({ code }) => code)).toContain(HOME)
    const found = await listAgencies(world.as(province), { text: '柯城' })
    expect(found.rows.map(({ code }) => code)).toEqual([HOME])
    const county = await world.officer({ roles: ['system'], agencyCode: FOREIGN })
    expect(await codesOf(listAgencies(world.as(county), { parent: cityCode }))).toEqual(['request.not-found'])
    expect((await listAgencies(world.as(county), { text: '柯城' })).rows).toEqual([])
  })
})
