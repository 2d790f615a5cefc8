import type { InputOf, OutputOf } from '@xingtan/contract/endpoint'
import type { SlotRow, listBookingsEndpoint, listSlotsEndpoint } from '@xingtan/contract/office/appointment'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { getOfficer } from '../case/index.ts'
import { findPointRecord } from '../point/index.ts'
import { listBookingsOn } from './sql-booking.ts'
import { type SlotRecord, listDays, listSlotsOn } from './sql-slot.ts'

function stateOfSlot(slot: SlotRecord, now: Date): SlotRow['state'] {
  if (slot.closedAt !== null) return 'closed'
  if (slot.releasedAt === null) return 'draw'
  return slot.releasedAt <= now ? 'open' : 'later'
}

/** Schedule and places of any point of the own agency: figures, never people (case 13). */
export async function listSlots(
  ctx: Context,
  input: InputOf<typeof listSlotsEndpoint>,
): Promise<OutputOf<typeof listSlotsEndpoint>> {
  const officer = getOfficer(ctx)
  return ctx.read(async (tx) => {
    const point = await findPointRecord(tx, input.pointId)
    if (point === undefined || point.agencyCode !== officer.agencyCode) throw problem('request.not-found')
    const days = await listDays(tx, point.id)
    const day = input.day ?? days[0]?.day ?? null
    const slots = day === null ? [] : await listSlotsOn(tx, point.id, day)
    return {
      days,
      day,
      slots: slots.map((slot) => ({
        slotId: slot.id,
        startsAt: slot.startsAt.toISOString(),
        endsAt: slot.endsAt.toISOString(),
        capacity: slot.capacity,
        walkIn: slot.walkIn,
        booked: slot.booked,
        state: stateOfSlot(slot, tx.now),
      })),
    }
  })
}

/** Who is expected on a day at the own point; another point is a 404 to a confirm user (S-049). */
export async function listBookings(
  ctx: Context,
  input: InputOf<typeof listBookingsEndpoint>,
): Promise<OutputOf<typeof listBookingsEndpoint>> {
  const officer = getOfficer(ctx)
  if (officer.pointId !== input.pointId) throw problem('request.not-found')
  return ctx.read(async (tx) => {
    const rows = await listBookingsOn(tx, input.pointId, input.day)
    return {
      bookings: rows.map((row) => ({ ...row, startsAt: row.startsAt.toISOString(), endsAt: row.endsAt.toISOString() })),
    }
  })
}
