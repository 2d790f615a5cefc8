import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { arrangeOwner, arrangeSlots, listSlotIds } from '../arrange-appointment.ts'
import { type World, startWorld } from '../world.ts'
import type { OfficerActor } from '../../src/platform/actor.ts'
import { bookAppointment } from '../../src/modules/appointment/book-appointment.ts'
import { listBookings, listSlots } from '../../src/modules/appointment/list-slots.ts'
import { makeSlotsOfPoint } from '../../src/modules/appointment/make-slots.ts'
import { getPoint } from '../../src/modules/point/get-point.ts'
import { listPoints } from '../../src/modules/point/list-points.ts'
import { addPoint, savePoint } from '../../src/modules/point/save-point.ts'
import { codesOf } from '../refusal-codes.ts'

let world: World
let plan: OfficerActor
beforeAll(async () => {
  world = await startWorld()
  plan = await world.officer({ roles: ['plan'] })
})
afterAll(() => world.stop())

const home = () => getPoint(world.as(plan), { pointId: world.points.home })

describe('确认点 (PLN-6)', () => {
  test('is changed on the version that was seen, with hours in words and its history', async () => {
    const { profile, version } = await home()
    const weeklyHours = [{ day: 1, from: '08:30', to: '11:30' }]
    const changed = { ...profile, weeklyHours, streets: ['信安街道'], deskCount: 5 }
    await savePoint(world.as(plan), { pointId: world.points.home, version, profile: changed })
    const again = await home()
    expect(again).toMatchObject({ version: version + 1, profile: changed, row: { hours: '周一 08:30—11:30' } })
    expect(again.history[0]).toMatchObject({ by: plan.name, changes: ['街道', '开放时间', '窗口数'] })
    const stale = savePoint(world.as(plan), { pointId: world.points.home, version, profile })
    expect(await codesOf(stale)).toEqual(['point.changed'])
    await savePoint(world.as(plan), { pointId: world.points.home, version: version + 1, profile })
  })

  test('every defect at once', async () => {
    const { profile } = await home()
    const bad = {
      ...profile,
      weeklyHours: [{ day: 2, from: '12:00', to: '09:00' }],
      activeFrom: '2026-10-02',
      activeTo: '2026-10-01',
    }
    expect(await codesOf(addPoint(world.as(plan), bad))).toEqual([
      'point.name-taken',
      'point.hours-reversed',
      'point.active-reversed',
    ])
  })

  test('a new one gets a code of the agency; history cannot be rewritten', async () => {
    const { profile } = await home()
    const { pointId } = await addPoint(world.as(plan), { ...profile, name: '新确认点' })
    const { points } = await listPoints(world.as(plan))
    expect(points.find((one) => one.pointId === pointId)?.code).toMatch(/^33075-\d\d$/)
    const rewrite = world.services.office.db.transaction({ agencyCode: '33075' }, (tx) =>
      tx.run({ text: `update point_versions set changes = '{}'`, values: [] }),
    )
    await expect(rewrite).rejects.toThrow('permission denied')
  })

  test('another agency is a 404 to look at and to change (S-045)', async () => {
    const { profile, version } = await home()
    const foreign = await world.officer({ roles: ['plan'], agencyCode: '33076' })
    const pointId = world.points.home
    expect(await codesOf(getPoint(world.as(foreign), { pointId }))).toEqual(['request.not-found'])
    expect(await codesOf(savePoint(world.as(foreign), { pointId, version, profile }))).toEqual(['request.not-found'])
    expect(await codesOf(makeSlotsOfPoint(world.as(foreign), { pointId }))).toEqual(['request.not-found'])
  })
})

describe('case 13, S-049: own point’s people, every point’s schedule', () => {
  test('a confirm user reads figures of all points and people of the own one alone', async () => {
    await arrangeSlots(world, world.points.home)
    const [slotId = ''] = await listSlotIds(world, world.points.home)
    const { item, actor } = await arrangeOwner(world)
    await bookAppointment(world.as(actor), { applicationId: item.id, slotId })
    const pointId = world.points.home
    const own = await world.officer({ roles: ['confirm'], pointId })
    const other = await world.officer({ roles: ['confirm'], pointId: world.points.other })
    const schedule = await listSlots(world.as(other), { pointId })
    expect(schedule.days[0]).toMatchObject({ booked: 1 })
    expect(JSON.stringify(schedule)).not.toContain(item.name)
    expect((await listPoints(world.as(other))).points.map((one) => one.pointId)).toContain(pointId)
    const day = schedule.day ?? ''
    expect((await listBookings(world.as(own), { pointId, day })).bookings).toMatchObject([{ applicationId: item.id }])
    expect(await codesOf(listBookings(world.as(other), { pointId, day }))).toEqual(['request.not-found'])
    // The database holds it too, whatever a use case asks.
    const seen = await world.services.office.db.transaction(
      { officerId: other.userId, agencyCode: other.agencyCode, pointId: world.points.other },
      (tx) => tx.run({ text: 'select 1 from appointments', values: [] }),
    )
    expect(seen).toBe(0)
  })
})
