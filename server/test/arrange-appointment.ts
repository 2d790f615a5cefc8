import { randomUUID } from 'node:crypto'
import type { AppointmentRule } from '@xingtan/contract/office/point'
import { makeSlotsOfPoint } from '../src/modules/appointment/make-slots.ts'
import { saveRule } from '../src/modules/appointment/save-rule.ts'
import type { Actor } from '../src/platform/actor.ts'
import { type ArrangedCase, arrangeCase } from './arrange-case.ts'
import type { World } from './world.ts'

/** Half-hour slots of two people a desk, all places by 网上预约, unless told. */
export const OPEN_RULE: AppointmentRule = {
  slotMinutes: 30,
  perDesk: 2,
  onlinePercent: 100,
  release: 'open',
  drawDaysBefore: 2,
}

/** Saves a rule for a point and makes its slots; answers what was made. */
export async function arrangeSlots(world: World, pointId: string, change: Partial<AppointmentRule> = {}) {
  const plan = await world.officer({ roles: ['plan'] })
  const [row] = await world.rows('select version from appointment_rules where point_id = $1', [pointId])
  const rule = { ...OPEN_RULE, ...change }
  await saveRule(world.as(plan), { pointId, version: Number(row?.['version'] ?? 0), rule })
  return makeSlotsOfPoint(world.as(plan), { pointId })
}

/** A case in 网报待确认 and its owner as an actor. */
export async function arrangeOwner(
  world: World,
  pointId = world.points.home,
): Promise<{ readonly item: ArrangedCase; readonly actor: Actor }> {
  const item = await arrangeCase(world, { step: 'submitted', pointId })
  const actor: Actor = {
    kind: 'applicant',
    accountId: item.accountId,
    sessionId: randomUUID(),
    endsAt: new Date('2099-01-01'),
  }
  return { item, actor }
}

/** Coming slots of a point, the earliest first. */
export async function listSlotIds(world: World, pointId: string): Promise<string[]> {
  const rows = await world.rows(
    'select id from appointment_slots where point_id = $1 and starts_at > app_now() and closed_at is null order by starts_at',
    [pointId],
  )
  return rows.map(({ id }) => String(id))
}

/** The codes a command is refused with; empty when it is done. */
