import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FOREIGN, HOME, type World, startWorld } from '../../../test/world.ts'
import type { OfficerActor } from '../../platform/actor.ts'
import { assignItem } from './assign-item.ts'
import { fileRegime } from './file-regime.ts'
import { getCustodyBoard } from './get-custody-board.ts'
import { getItem } from './get-item.ts'
import { getRegime } from './get-regime.ts'
import { listItems } from './list-items.ts'
import { listKeepers } from './list-keepers.ts'
import { registerItem } from './register-item.ts'
import { retireItem } from './retire-item.ts'
import { codesOf } from '../../../test/refusal-codes.ts'

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')

let world: World
let county: OfficerActor
let city: OfficerActor
let foreign: OfficerActor
let keeper: OfficerActor
beforeAll(async () => {
  world = await startWorld()
  const [row] = await world.rows('select parent_code as city from agencies where code = $1', [HOME])
  county = await world.officer({ roles: ['users'] })
  city = await world.officer({ roles: ['users'], agencyCode: String(row?.['city']) })
  foreign = await world.officer({ roles: ['users'], agencyCode: FOREIGN })
  keeper = await world.officer({ roles: ['review'] })
})
afterAll(() => world.stop())

let count = 0
async function register(officer = county, personId = keeper.personId): Promise<string> {
  count += 1
  const wanted = { kind: 'computer' as const, serial: `PC-${count}`, label: '认定专用机', personId, note: '领用。' }
  return (await registerItem(world.as(officer, 'custody.register'), wanted)).itemId
}

async function assign(itemId: string, personId: string, termId: string | null): Promise<readonly string[]> {
  const wanted = { itemId, personId, termId, note: '换人保管。' }
  return codesOf(assignItem(world.as(county, 'custody.assign'), wanted))
}

describe('custodian register (ACC-12)', () => {
  test('an item is entered once over the whole country, with a keeper of the own agency', async () => {
    const wanted = {
      kind: 'medium' as const,
      serial: 'U-1',
      label: '备份盘',
      personId: keeper.personId,
      note: '领用。',
    }
    await registerItem(world.as(county, 'custody.register'), wanted)
    expect(await codesOf(registerItem(world.as(foreign), { ...wanted, personId: foreign.personId }))).toEqual([
      'custody.registered-already',
    ])
    const strange = { ...wanted, serial: 'U-2', personId: foreign.personId }
    expect(await codesOf(registerItem(world.as(county), strange))).toEqual(['custody.keeper-unknown'])
    const { keepers } = await listKeepers(world.as(county))
    expect(keepers.map(({ personId }) => personId)).toContain(keeper.personId)
    expect(keepers.map(({ personId }) => personId)).not.toContain(foreign.personId)
  })

  test('thirty who hand one item on at the same moment leave one keeper', async () => {
    const itemId = await register()
    const { termId } = await getItem(world.as(county), { itemId })
    const others = await Promise.all(Array.from({ length: 30 }, () => world.officer({ roles: ['vet'] })))
    const tries = await Promise.all(others.map(({ personId }) => assign(itemId, personId, termId)))
    expect(tries.filter((reasons) => reasons.length === 0)).toHaveLength(1)
    expect(new Set(tries.flat())).toEqual(new Set(['custody.changed']))
    const open = await world.rows('select 1 from custody_terms where item_id = $1 and held_to is null', [itemId])
    expect(open).toHaveLength(1)
  })

  test('the database itself lets nobody keep an item twice, nor a stranger keep it', async () => {
    const itemId = await register()
    const add = (personId: string) =>
      world.rows(
        `insert into custody_terms (id, item_id, person_id, held_from, note, recorded_by)
         values (gen_random_uuid(), $1, $2, app_now(), '-', $3)`,
        [itemId, personId, county.userId],
      )
    await expect(add(county.personId)).rejects.toThrow(/custody_terms__item_id_open/)
    await expect(add(foreign.personId)).rejects.toThrow(/not a keeper/)
  })

  test('an old term ends where the new one begins, and the history stays', async () => {
    const itemId = await register()
    const { termId } = await getItem(world.as(county), { itemId })
    expect(await assign(itemId, keeper.personId, termId)).toEqual(['custody.keeper-same'])
    expect(await assign(itemId, county.personId, termId)).toEqual([])
    const { terms } = await getItem(world.as(county), { itemId })
    expect(terms).toHaveLength(2)
    expect(terms[0]?.heldTo).toBeNull()
    expect(terms[1]?.heldTo).toBe(terms[0]?.heldFrom)
  })

  test('an item out of use is kept by nobody and handed to nobody', async () => {
    const itemId = await register()
    await retireItem(world.as(county, 'custody.retire'), { itemId, reason: '报废。' })
    expect(await codesOf(retireItem(world.as(county), { itemId, reason: '报废。' }))).toEqual(['custody.retired'])
    expect(await assign(itemId, county.personId, null)).toEqual(['custody.retired'])
    const { rows } = await listItems(world.as(county), { show: 'retired' })
    expect(rows.map((row) => row.itemId)).toEqual([itemId])
  })

  test('another county does not know it, the city above reads it and changes nothing', async () => {
    const itemId = await register()
    expect(await codesOf(getItem(world.as(foreign), { itemId }))).toEqual(['request.not-found'])
    expect((await getItem(world.as(city), { itemId })).isOwn).toBe(false)
    const wanted = { itemId, reason: '报废。' }
    expect(await codesOf(retireItem(world.as(city), wanted))).toEqual(['request.not-found'])
    expect(await codesOf(retireItem(world.as(foreign), wanted))).toEqual(['request.not-found'])
  })

  test('an item whose keeper has left is on the board until somebody else keeps it', async () => {
    const leaver = await world.officer({ roles: ['review'] })
    const itemId = await register(county, leaver.personId)
    const gapOf = async () => {
      const { rows } = await getCustodyBoard(world.as(city), {})
      return rows.find(({ code }) => code === HOME)?.unkeptCount
    }
    expect(await gapOf()).toBe(0)
    await world.rows(`update staff_people set left_at = app_now(), left_reason = '调离' where id = $1`, [
      leaver.personId,
    ])
    expect(await gapOf()).toBe(1)
    const { rows } = await listItems(world.as(county), { show: 'unkept' })
    expect(rows.map((row) => row.itemId)).toEqual([itemId])
    expect(await assign(itemId, keeper.personId, rows[0]?.termId ?? null)).toEqual([])
    expect(await gapOf()).toBe(0)
  })

  test('the security regime is filed once a year by its stamped scan, and its absence is on the board', async () => {
    const wire = (file: Buffer) => ({ file, setSession: () => undefined, clearSession: () => undefined })
    const file = (bytes: Buffer) =>
      codesOf(fileRegime(world.as(county, 'custody.file-regime'), { text: '专机专用，专人保管。' }, wire(bytes)))
    const isGap = async () => {
      const { rows } = await getCustodyBoard(world.as(city), { show: 'gap' })
      return rows.some(({ code }) => code === HOME)
    }
    expect(await isGap()).toBe(true)
    expect(await file(Buffer.from('MZ a program'))).toEqual(['work-info.scan-kind'])
    const tries = await Promise.all(Array.from({ length: 20 }, () => file(PDF)))
    expect(tries.filter((reasons) => reasons.length === 0)).toHaveLength(1)
    expect(new Set(tries.flat())).toEqual(new Set(['custody.regime-filed']))
    expect(await isGap()).toBe(false)
    expect(await getRegime(world.as(county))).toMatchObject({ year: 2026, isFiled: true, regimes: [{ year: 2026 }] })
    await world.moveClock('2027-01-01T00:00:00+08:00')
    expect(await getRegime(world.as(county))).toMatchObject({ year: 2027, isFiled: false })
    expect(await isGap()).toBe(true)
    await world.moveClock('2026-10-12T10:00:00+08:00')
  })

  test('a list is read on by its mark and every row comes once', async () => {
    for (let made = 0; made < 55; made += 1) await register(foreign, foreign.personId)
    const first = await listItems(world.as(foreign), {})
    const second = await listItems(world.as(foreign), { after: first.after ?? '' })
    expect(first.rows).toHaveLength(50)
    expect(new Set([...first.rows, ...second.rows].map(({ itemId }) => itemId)).size).toBe(55)
  })
})
