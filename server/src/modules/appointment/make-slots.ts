import { createHash, randomUUID } from 'node:crypto'
import type { OutputOf } from '@xingtan/contract/endpoint'
import type { makeSlotsEndpoint } from '@xingtan/contract/office/appointment'
import type { AppointmentRule } from '@xingtan/contract/office/point'
import { addDays } from '@xingtan/domain/calendar-day'
import { shanghaiInstant } from '@xingtan/domain/shanghai-time'
import { type WantedSlot, makeSlots } from '@xingtan/domain/slot'
import type { OfficerActor } from '../../platform/actor.ts'
import type { Context, WorkTx } from '../../platform/context.ts'
import { addJob } from '../../platform/jobs.ts'
import { problem } from '../../platform/problem.ts'
import { loadPointPlan } from './point-plan.ts'
import { offerMovesOutside } from './offer-moves.ts'
import { insertDraws, listDrawDays } from './sql-draw.ts'
import { closeSlots, insertSlots, keepSlots, lockComingSlots } from './sql-slot.ts'
import { getOfficer } from '../case/index.ts'

interface Making {
  readonly pointId: string
  readonly agencyCode: string
  readonly rule: AppointmentRule
  readonly wanted: readonly WantedSlot[]
  readonly moveFirstHours: number
}

/** When the requests for the draw of a day end: at noon, some days before. */
function requestsUntil(day: string, rule: AppointmentRule): Date {
  return shanghaiInstant(addDays(day, -rule.drawDaysBefore), '12:00')
}

/** A draw for each new day that still lies far enough ahead; its hash is public before the first request (S-082). */
async function openDraws(
  ctx: Context,
  tx: WorkTx,
  { pointId, agencyCode, rule, wanted }: Making,
): Promise<Set<string>> {
  if (rule.release === 'open') return new Set()
  const known = new Set(await listDrawDays(tx, pointId))
  const days = [...new Set(wanted.map(({ day }) => day))].filter((day) => requestsUntil(day, rule) > tx.now)
  const draws = days
    .filter((day) => !known.has(day))
    .map((day) => {
      const seed = ctx.crypto.randomToken(32)
      const seedHash = createHash('sha256').update(seed).digest('hex')
      const until = requestsUntil(day, rule)
      return {
        id: randomUUID(),
        pointId,
        agencyCode,
        day,
        seedHash,
        seedSealed: ctx.crypto.sealColumn(seed),
        requestsUntil: until,
      }
    })
  await insertDraws(tx, draws)
  for (const { id, requestsUntil: runAt } of draws) {
    await addJob(tx, 'appointment.draw', { drawId: id }, { runAt, dedupeKey: `draw:${id}` })
  }
  return new Set(days)
}

async function storeSlots(ctx: Context, tx: WorkTx, making: Making) {
  const { pointId, agencyCode, wanted, moveFirstHours } = making
  const present = await lockComingSlots(tx, pointId)
  const presentAt = new Map(present.map((slot) => [slot.startsAt.getTime(), slot]))
  const wantedAt = new Set(wanted.map(({ startsAt }) => startsAt.getTime()))
  const kept = wanted.flatMap((slot) => {
    const old = presentAt.get(slot.startsAt.getTime())
    return old === undefined ? [] : [{ id: old.id, endsAt: slot.endsAt, capacity: slot.capacity, walkIn: slot.walkIn }]
  })
  const gone = present.filter(({ startsAt, closedAt }) => closedAt === null && !wantedAt.has(startsAt.getTime()))
  const drawDays = await openDraws(ctx, tx, making)
  const isMoving = gone.some(({ booked }) => booked > 0)
  const openFrom = isMoving ? new Date(tx.now.getTime() + moveFirstHours * 3_600_000) : tx.now
  const added = wanted
    .filter(({ startsAt }) => !presentAt.has(startsAt.getTime()))
    .map((slot) => ({ ...slot, pointId, agencyCode, releasedAt: drawDays.has(slot.day) ? null : openFrom }))
  await closeSlots(
    tx,
    gone.map(({ id }) => id),
  )
  await keepSlots(tx, kept)
  await insertSlots(tx, added)
  return { added: added.length, kept: kept.length, closed: gone.length }
}

async function throwUnlessOwn(tx: WorkTx, officer: OfficerActor, pointId: string) {
  const plan = await loadPointPlan(tx, pointId)
  if (plan === undefined || plan.point.agencyCode !== officer.agencyCode) throw problem('request.not-found')
  if (plan.rule === undefined) throw problem('appointment.rule-missing')
  if (plan.windows.length === 0) throw problem('appointment.no-window')
  return { ...plan, rule: plan.rule }
}

/**
 * Makes the slots of a point from hours, rule and confirm windows. What is booked stays; a booked slot that has no place
 * in the plan any more is closed, its people are told and choose before everybody else (PLN-4, CNF-1).
 */
export async function makeSlotsOfPoint(
  ctx: Context,
  { pointId }: { readonly pointId: string },
): Promise<OutputOf<typeof makeSlotsEndpoint>> {
  const officer = getOfficer(ctx)
  return ctx.command(async (tx) => {
    const { point, rule, windows, calendar, limits } = await throwUnlessOwn(tx, officer, pointId)
    const facts = { hours: point.weeklyHours, deskCount: point.deskCount, windows, calendar, rule }
    const wanted = makeSlots(facts).filter(({ startsAt }) => startsAt > tx.now)
    const making = { pointId, agencyCode: point.agencyCode, rule, wanted, moveFirstHours: limits.moveFirstHours }
    const counts = await storeSlots(ctx, tx, making)
    const moving = await offerMovesOutside(ctx, tx, pointId, windows)
    tx.concerns('point', pointId, { ...counts, moving })
    return { ...counts, moving }
  })
}
