import { randomUUID } from 'node:crypto'
import { addDays } from '@xingtan/domain/calendar-day'
import { shanghaiDay, shanghaiInstant } from '@xingtan/domain/shanghai-time'
import type { Context, WorkTx } from '../../platform/context.ts'
import { addJob } from '../../platform/jobs.ts'
import { problem } from '../../platform/problem.ts'
import { type OwnCase, listCoolDownRefusals, lockOwnCase, throwIfPlaced, throwUnlessBookable } from './own-case.ts'
import { type Booking, endBooking, findBooking, insertBooking } from './sql-booking.ts'
import { findWaitingRequest } from './sql-draw.ts'
import { type SlotRecord, lockSlots } from './sql-slot.ts'
import { slotText, tellPerson } from './tell-person.ts'

interface ChosenSlot {
  readonly applicationId: string
  readonly slotId: string
}

async function takePlace(tx: WorkTx, { record }: OwnCase, slot: SlotRecord): Promise<string> {
  const id = randomUUID()
  const { accountId, personIndex, id: applicationId } = record
  const place = { slotId: slot.id, pointId: slot.pointId, agencyCode: slot.agencyCode, madeBy: 'applicant' as const }
  const isTaken = await insertBooking(tx, { id, ...place, applicationId, accountId, personIndex })
  if (!isTaken) throw problem('appointment.already-booked')
  await addReminderJob(tx, id, slot.startsAt)
  return id
}

/** A reminder at 10:00 of the day before, when that still lies ahead. */
export async function addReminderJob(tx: WorkTx, appointmentId: string, startsAt: Date): Promise<void> {
  const runAt = shanghaiInstant(addDays(shanghaiDay(startsAt), -1), '10:00')
  if (runAt > tx.now) await addJob(tx, 'appointment.remind', { appointmentId }, { runAt })
}

const whereText = ({ record }: OwnCase) => `${record.snapshot.pointName}，${record.snapshot.pointAddress}`

/** 网上预约: one live booking a person, never more than the slot holds (CNF-1, I-14, S-082). */
export async function bookAppointment(ctx: Context, input: ChosenSlot): Promise<{ appointmentId: string }> {
  return ctx.command(async (tx) => {
    const own = await lockOwnCase(tx, input.applicationId)
    await throwIfPlaced(tx, own)
    const request = await findWaitingRequest(tx, own.record.id)
    if (request !== undefined) throw problem('appointment.already-asked')
    const [slot] = await lockSlots(tx, [input.slotId])
    throwUnlessBookable(tx, own, { slot, isMoving: false, others: await listCoolDownRefusals(tx, own) })
    if (slot === undefined) throw problem('request.not-found')
    const appointmentId = await takePlace(tx, own, slot)
    const text = `您已预约 ${slotText(slot)} 到${whereText(own)}办理现场确认，请按时到场取号。`
    await tellPerson(tx, ctx.crypto, own.record, { template: 'booked', subjectId: appointmentId, text })
    tx.concerns('application', own.record.id, { appointmentId, slotId: slot.id })
    return { appointmentId }
  })
}

async function getBooking(tx: WorkTx, own: OwnCase): Promise<Booking> {
  const booking = await findBooking(tx, own.record.id)
  if (booking === undefined) throw problem('appointment.no-booking')
  return booking
}

/** 改约 in one step: the old place goes only when the new one is taken; a forced move counts as nobody's change. */
export async function changeAppointment(ctx: Context, input: ChosenSlot): Promise<{ appointmentId: string }> {
  return ctx.command(async (tx) => {
    const own = await lockOwnCase(tx, input.applicationId)
    const booking = await getBooking(tx, own)
    if (booking.slotId === input.slotId) throw problem('appointment.same-slot')
    const isMoving = booking.moveOfferedAt !== null
    const slots = await lockSlots(tx, [booking.slotId, input.slotId])
    const slot = slots.find(({ id }) => id === input.slotId)
    const others = isMoving ? [] : await listCoolDownRefusals(tx, own)
    throwUnlessBookable(tx, own, { slot, isMoving, others })
    if (slot === undefined) throw problem('request.not-found')
    await endBooking(tx, booking.id, 'changed')
    const appointmentId = await takePlace(tx, own, slot)
    const text = `您的预约已改为 ${slotText(slot)}，地点${whereText(own)}，请按时到场取号。`
    await tellPerson(tx, ctx.crypto, own.record, { template: 'changed', subjectId: appointmentId, text })
    tx.concerns('application', own.record.id, { appointmentId, slotId: slot.id })
    return { appointmentId }
  })
}

/** 取消预约: the place is free for others at once. */
export async function cancelAppointment(
  ctx: Context,
  input: { readonly applicationId: string },
): Promise<{ done: true }> {
  return ctx.command(async (tx) => {
    const own = await lockOwnCase(tx, input.applicationId)
    const booking = await getBooking(tx, own)
    await lockSlots(tx, [booking.slotId])
    await endBooking(tx, booking.id, 'cancelled')
    const text = `您 ${slotText(booking)} 的现场确认预约已取消，请在确认时间内重新预约或直接到场取号。`
    await tellPerson(tx, ctx.crypto, own.record, { template: 'cancelled', subjectId: booking.id, text })
    tx.concerns('application', own.record.id, { appointmentId: booking.id })
    return { done: true }
  })
}
