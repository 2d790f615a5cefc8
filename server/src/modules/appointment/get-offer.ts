import type { AppointmentOffer, OfferedDay, OfferedSlot } from '@xingtan/contract/appointment'
import { type Refusal, sentenceOf } from '@xingtan/contract/problem'
import { coolDownUntil, isInside, refuseCoolDown } from '@xingtan/domain/appointment'
import type { Window } from '@xingtan/domain/window'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { problem } from '../../platform/problem.ts'
import { type CaseRecord, findCase, stateOf } from '../case/index.ts'
import { loadPointPlan } from './point-plan.ts'
import { findBooking, listEndings } from './sql-booking.ts'
import { type DrawRow, findDraw, findLastDraw, findWaitingRequest, listDraws } from './sql-draw.ts'
import { type SlotRecord, listComingSlots } from './sql-slot.ts'

function toSlot(slot: SlotRecord, now: Date, isMoving: boolean): OfferedSlot {
  const free = slot.capacity - slot.booked
  const isReleased = isMoving || (slot.releasedAt !== null && slot.releasedAt <= now)
  const unreleased = slot.releasedAt === null ? 'draw' : 'later'
  const released = free > 0 ? 'free' : 'full'
  return {
    slotId: slot.id,
    startsAt: slot.startsAt.toISOString(),
    endsAt: slot.endsAt.toISOString(),
    free,
    state: isReleased ? released : unreleased,
    releasedAt: slot.releasedAt?.toISOString() ?? null,
  }
}

function toDraw(draw: DrawRow | undefined, now: Date): OfferedDay['draw'] {
  if (draw === undefined || draw.drawnAt !== null) return null
  const { id: drawId, seedHash, requestsUntil } = draw
  return { drawId, seedHash, requestsUntil: requestsUntil.toISOString(), isOpen: now < requestsUntil }
}

async function listOfferedDays(
  tx: Tx,
  pointId: string,
  { windows, isMoving }: { readonly windows: readonly Window[]; readonly isMoving: boolean },
): Promise<OfferedDay[]> {
  const slots = (await listComingSlots(tx, pointId)).filter((slot) => slot.closedAt === null && isInside(slot, windows))
  const draws = await listDraws(tx, pointId)
  const days = [...new Set(slots.map(({ day }) => day))]
  return days.map((day) => ({
    day,
    slots: slots.filter((slot) => slot.day === day).map((slot) => toSlot(slot, tx.now, isMoving)),
    draw: toDraw(
      draws.find((draw) => draw.day === day),
      tx.now,
    ),
  }))
}

async function findRequest(
  tx: Tx,
  record: CaseRecord,
  days: readonly OfferedDay[],
): Promise<AppointmentOffer['request']> {
  const request = await findWaitingRequest(tx, record.id)
  const draw = request === undefined ? undefined : await findDraw(tx, request.drawId)
  if (request === undefined || draw === undefined) return null
  const startOf = new Map(days.flatMap(({ slots }) => slots.map(({ slotId, startsAt }) => [slotId, startsAt] as const)))
  return {
    drawId: draw.id,
    requestId: request.id,
    day: draw.day,
    requestsUntil: draw.requestsUntil.toISOString(),
    wishes: request.slotIds.flatMap((id) => startOf.get(id) ?? []),
  }
}

/** What this person can book at the point of the case, the booking there is, and why nothing can be done, if so (CNF-1). */
export async function getOffer(ctx: Context, input: { readonly applicationId: string }): Promise<AppointmentOffer> {
  return ctx.read(async (tx) => {
    const record = await findCase(tx, input.applicationId)
    const plan = record === undefined ? undefined : await loadPointPlan(tx, record.pointId)
    if (record === undefined || plan === undefined) throw problem('request.not-found')
    const booking = await findBooking(tx, record.id)
    const isOffered = plan.rule !== undefined && plan.rule.onlinePercent > 0
    const isMoving = booking?.moveOfferedAt != null
    const windows = plan.roundId === record.roundId ? plan.windows : []
    const isOpen = isOffered && stateOf(record) === 'awaiting-confirmation'
    const days = isOpen ? await listOfferedDays(tx, record.pointId, { windows, isMoving }) : []
    const until = isMoving ? null : coolDownUntil(await listEndings(tx, record.personIndex), plan.limits, tx.now)
    const closed: Refusal[] = isOpen
      ? []
      : [{ code: isOffered ? 'appointment.not-awaiting' : 'appointment.not-offered' }]
    const [refusal] = [...closed, ...refuseCoolDown(until)]
    const { point } = plan
    return {
      applicationId: record.id,
      registrationNumber: record.registrationNumber,
      pointName: point.name,
      pointAddress: point.address,
      hours: point.hours,
      isOffered,
      refusal: refusal === undefined ? null : sentenceOf(refusal),
      booking:
        booking === undefined || booking.endsAt <= tx.now
          ? null
          : {
              appointmentId: booking.id,
              startsAt: booking.startsAt.toISOString(),
              endsAt: booking.endsAt.toISOString(),
              mustMove: isMoving,
            },
      request: await findRequest(tx, record, days),
      lastDraw: (await findLastDraw(tx, record.id)) ?? null,
      days,
    }
  })
}
