import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { FOREIGN, HOME, type World, startWorld } from '../../../test/world.ts'
import type { OfficerActor } from '../../platform/actor.ts'
import { cancelHandover } from './cancel-handover.ts'
import { getHandover } from './get-handover.ts'
import { listHandovers } from './list-handovers.ts'
import { listMissingHandovers } from './list-missing-handovers.ts'
import { listOwnHandovers } from './list-own-handovers.ts'
import { openHandover } from './open-handover.ts'
import { reviseHandover } from './revise-handover.ts'
import { signHandover } from './sign-handover.ts'
import { codesOf } from '../../../test/refusal-codes.ts'

let world: World
let manager: OfficerActor
let city: OfficerActor
let giver: OfficerActor
let receiver: OfficerActor
beforeAll(async () => {
  world = await startWorld()
  const [row] = await world.rows('select parent_code as city from agencies where code = $1', [HOME])
  manager = await world.officer({ roles: ['users'] })
  city = await world.officer({ roles: ['users'], agencyCode: String(row?.['city']) })
})
beforeEach(async () => {
  giver = await world.officer({ roles: ['review', 'plan'] })
  receiver = await world.officer({ roles: ['vet'] })
})
afterAll(() => world.stop())

const wishOf = () => ({
  giverUserId: giver.userId,
  receiverUserId: receiver.userId,
  cause: 'leaving' as const,
  dueOn: '2026-10-20',
  remarks: '公章已交办公室。',
})
const open = (by = manager) => openHandover(world.as(by, 'handover.open'), wishOf())

async function sign(officer: OfficerActor, handoverId: string, inPlaceBecause: string | null = null) {
  const { textHash } = await getHandover(world.as(manager), { handoverId })
  return codesOf(signHandover(world.as(officer, 'handover.sign'), { handoverId, textHash, inPlaceBecause }))
}

async function leave(officer: OfficerActor): Promise<void> {
  await world.rows(`update staff_users set enabled = false where person_id = $1`, [officer.personId])
  await world.rows(
    `update staff_people set left_at = app_now(), left_reason = '调离', filed_until = app_now() where id = $1`,
    [officer.personId],
  )
}

describe('交接清单 (ACC-8, 001 一(五))', () => {
  test('is assembled from what the system knows of the giver', async () => {
    const { handoverId } = await open()
    const { items, acts } = await getHandover(world.as(giver), { handoverId })
    expect(items.map(({ title }) => title)).toEqual([
      '用户与角色',
      '登记的密钥',
      '委托授权',
      '保管的物品',
      '所任角色的待办件',
      '未完成的计划',
      '未完成的报表',
    ])
    expect(items[0]?.lines.join()).toContain('审核、计划')
    expect(acts).toEqual(['edit', 'sign-giver'])
  })

  test('is refused with every reason at once, and between agencies', async () => {
    const self = { ...wishOf(), receiverUserId: giver.userId, dueOn: '2026-10-11' }
    expect(await codesOf(openHandover(world.as(manager), self))).toEqual(['handover.same-person', 'handover.due-past'])
    const foreign = await world.officer({ roles: ['vet'], agencyCode: FOREIGN })
    const across = { ...wishOf(), receiverUserId: foreign.userId }
    expect(await codesOf(openHandover(world.as(manager), across))).toEqual(['handover.party-unknown'])
    await leave(receiver)
    expect(await codesOf(open())).toEqual(['handover.receiver-gone'])
  })

  test('is opened once a giver however many try at the same moment', async () => {
    const tries = await Promise.all(Array.from({ length: 20 }, () => codesOf(open())))
    expect(tries.filter((reasons) => reasons.length === 0)).toHaveLength(1)
    expect(new Set(tries.flat())).toEqual(new Set(['handover.open-already']))
  })

  test('closes with the second signature, whichever side comes first, and moves what the giver kept', async () => {
    const itemId = await layItem(giver)
    const { handoverId } = await open()
    expect(await sign(receiver, handoverId)).toEqual([])
    expect(await sign(receiver, handoverId)).toEqual(['handover.signed-already'])
    expect((await getHandover(world.as(manager), { handoverId })).state).toBe('open')
    expect(await sign(giver, handoverId)).toEqual([])
    const view = await getHandover(world.as(manager), { handoverId })
    expect(view).toMatchObject({ state: 'closed', acts: [] })
    expect(view.signatures.map(({ side, keySerial }) => [side, keySerial])).toEqual([
      ['receiver', receiver.keySerial],
      ['giver', giver.keySerial],
    ])
    const [term] = await world.rows('select person_id from custody_terms where item_id = $1 and held_to is null', [
      itemId,
    ])
    expect(term?.['person_id']).toBe(receiver.personId)
    expect(await sign(giver, handoverId)).toEqual(['handover.over'])
  })

  test('both sign the same text: what changed meanwhile is not signed, and what is signed does not change', async () => {
    const { handoverId } = await open()
    const { textHash, version } = await getHandover(world.as(giver), { handoverId })
    await reviseHandover(world.as(giver, 'handover.revise'), { handoverId, version, remarks: '另有档案一箱。' })
    const old = { handoverId, textHash, inPlaceBecause: null }
    expect(await codesOf(signHandover(world.as(giver), old))).toEqual(['handover.changed'])
    expect(await sign(giver, handoverId)).toEqual([])
    const late = { handoverId, version: version + 1, remarks: '改口。' }
    expect(await codesOf(reviseHandover(world.as(giver), late))).toEqual(['handover.signed'])
    const change = world.rows(`update handovers set remarks = '改口' where id = $1`, [handoverId])
    await expect(change).rejects.toThrow(/does not change/)
  })

  test('nobody else signs, and a manager signs for the giver only when the giver is gone', async () => {
    const { handoverId } = await open()
    const bystander = await world.officer({ roles: ['approve'] })
    expect(await sign(bystander, handoverId)).toEqual(['request.not-found'])
    expect(await sign(manager, handoverId, '代办。')).toEqual(['handover.giver-present'])
    await leave(giver)
    expect(await sign(manager, handoverId)).toEqual(['handover.in-place-reason'])
    expect(await sign(manager, handoverId, '本人已调离，由用户管理人员代为移交。')).toEqual([])
    expect(await sign(receiver, handoverId)).toEqual([])
    expect((await getHandover(world.as(city), { handoverId })).state).toBe('closed')
  })

  test('the database lets nobody close a list with one signature nor sign for another', async () => {
    const { handoverId } = await open()
    const close = world.rows('update handovers set closed_at = app_now() where id = $1', [handoverId])
    await expect(close).rejects.toThrow(/two signatures/)
    const forge = world.rows(
      `insert into handover_signatures (handover_id, side, user_id, person_id, key_serial, text_hash, signed_at)
       values ($1, 'receiver', $2, $3, 'K', '\\x00', app_now())`,
      [handoverId, manager.userId, manager.personId],
    )
    await expect(forge).rejects.toThrow(/not a party/)
  })

  test('two signatures at the same moment close it once', async () => {
    const { handoverId } = await open()
    const tries = await Promise.all(
      Array.from({ length: 20 }, (_, index) => sign(index % 2 === 0 ? giver : receiver, handoverId)),
    )
    expect(tries.filter((reasons) => reasons.length === 0)).toHaveLength(2)
    expect((await getHandover(world.as(manager), { handoverId })).state).toBe('closed')
  })

  test('who leaves without a list is on the board of the offices above until one is opened', async () => {
    await leave(giver)
    const isMissing = async (officer: OfficerActor) => {
      const { rows } = await listMissingHandovers(world.as(officer), {})
      return rows.some(({ personId }) => personId === giver.personId)
    }
    const foreign = await world.officer({ roles: ['users'], agencyCode: FOREIGN })
    expect([await isMissing(manager), await isMissing(city), await isMissing(foreign)]).toEqual([true, true, false])
    const { handoverId } = await open()
    expect(await isMissing(city)).toBe(false)
    await cancelHandover(world.as(manager, 'handover.cancel'), { handoverId, reason: '接收人另行指定。' })
    expect(await isMissing(city)).toBe(true)
  })

  test('is late from the day after its last one, and is seen by its two persons and by those above alone', async () => {
    const { handoverId } = await open()
    const isLate = async () => (await listOwnHandovers(world.as(receiver))).rows[0]?.isLate
    await world.moveClock('2026-10-20T23:59:00+08:00')
    expect(await isLate()).toBe(false)
    await world.moveClock('2026-10-21T00:00:00+08:00')
    expect(await isLate()).toBe(true)
    const { rows } = await listHandovers(world.as(city), { show: 'late' })
    expect(rows.map((row) => row.handoverId)).toContain(handoverId)
    await world.moveClock('2026-10-12T10:00:00+08:00')
    const bystander = await world.officer({ roles: ['approve'] })
    expect((await listOwnHandovers(world.as(bystander))).rows).toEqual([])
    expect(await codesOf(getHandover(world.as(bystander), { handoverId }))).toEqual(['request.not-found'])
    const foreign = await world.officer({ roles: ['users'], agencyCode: FOREIGN })
    expect(await codesOf(getHandover(world.as(foreign), { handoverId }))).toEqual(['request.not-found'])
  })
})

async function layItem(keeper: OfficerActor): Promise<string> {
  const [item] = await world.rows(
    `insert into custody_items (id, agency_code, kind, serial, label, registered_by, registered_at)
     values (gen_random_uuid(), $1, 'usb-key', 'U-' || gen_random_uuid(), '密钥', $2, app_now()) returning id`,
    [HOME, manager.userId],
  )
  await world.rows(
    `insert into custody_terms (id, item_id, person_id, held_from, note, recorded_by)
     values (gen_random_uuid(), $1, $2, app_now(), '领用', $3)`,
    [item?.['id'], keeper.personId, manager.userId],
  )
  return String(item?.['id'])
}
