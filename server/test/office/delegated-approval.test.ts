import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OfficeRole } from '@xingtan/contract/office/session'
import { approveCase } from '../../src/modules/decision/approve-case.ts'
import { reviewCase } from '../../src/modules/decision/review-case.ts'
import { delegate } from '../../src/modules/staff/delegate.ts'
import type { OfficerActor } from '../../src/platform/actor.ts'
import { arrangeCase } from '../arrange-case.ts'
import { type World, startWorld } from '../world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

async function filedOfficer(roles: readonly OfficeRole[]): Promise<OfficerActor> {
  const officer = await world.officer({ roles })
  await world.rows(`update staff_people set filed_until = '2030-01-01' where id = $1`, [officer.personId])
  return officer
}

test('S-057: who reviewed a case does not approve it with a delegated role', async () => {
  const giver = await filedOfficer(['approve'])
  const taker = await filedOfficer(['review'])
  const item = await arrangeCase(world, { step: 'vetted' })
  const { version } = item
  await reviewCase(world.as(taker), { applicationId: item.id, version, opinion: 'pass', note: null, reasons: [] })
  const interval = { startsAt: '2026-10-12T02:00:00.000Z', endsAt: '2026-10-20T02:00:00.000Z', reason: '出差。' }
  await delegate(world.as(giver), { toUserId: taker.userId, roles: ['approve'], ...interval })
  const [row] = await world.rows('select version from applications where id = $1', [item.id])
  const acting: OfficerActor = { ...taker, roles: ['approve', 'review'] }
  const own = approveCase(world.as(acting), { applicationId: item.id, version: Number(row?.['version']) })
  await expect(own).rejects.toMatchObject({ reasons: [{ code: 'decision.same-person' }] })
})
