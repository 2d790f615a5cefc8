import type { InputOf, OutputOf } from '@xingtan/contract/endpoint'
import type { takeNumberEndpoint } from '@xingtan/contract/office/appointment'
import { DocumentType } from '@xingtan/contract/document'
import { decideTicketKind, orderQueue } from '@xingtan/domain/appointment-queue'
import { personKey } from '@xingtan/domain/person-identity'
import { isRegistrationNumber, normaliseRegistrationNumber } from '@xingtan/domain/registration-number'
import type { Context, WorkTx } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { searchCases } from '../case/index.ts'
import { getPointOfficer } from './point-officer.ts'
import { findBookingToday, insertTicket, listLiveTickets, lockQueue, markArrived, takeNextNumber } from './sql-queue.ts'

async function findOnlyCase(ctx: Context, tx: WorkTx, text: string) {
  const registrationNumber = normaliseRegistrationNumber(text)
  const keys = isRegistrationNumber(registrationNumber)
    ? []
    : DocumentType.options.flatMap((type) => personKey(type, text) ?? [])
  const personIndexes = [...new Set(keys)].map((key) => ctx.crypto.blindIndex('person', key))
  const found = await searchCases(tx, { registrationNumber, personIndexes })
  const open = found.filter(({ status, withdrawnAt }) => status === 'awaiting-confirmation' && withdrawnAt === null)
  const [only] = open
  if (only === undefined) throw problem('appointment.case-not-found', { field: 'text' })
  if (open.length > 1) throw problem('appointment.several-cases', { field: 'text' })
  return only
}

/** A number at the door: gap-free for point and day, one a case, in the class the booking or the reason gives (CNF-1). */
export async function takeNumber(
  ctx: Context,
  input: InputOf<typeof takeNumberEndpoint>,
): Promise<OutputOf<typeof takeNumberEndpoint>> {
  const { pointId, agencyCode, userId } = getPointOfficer(ctx)
  return ctx.command(async (tx) => {
    const { id: applicationId } = await findOnlyCase(ctx, tx, input.text)
    await lockQueue(tx, pointId, agencyCode)
    const live = (await listLiveTickets(tx, pointId)).find((one) => one.applicationId === applicationId)
    if (live !== undefined) throw problem('appointment.ticket-taken', { values: { number: live.number } })
    const booking = await findBookingToday(tx, applicationId)
    const isPriority = input.priorityReason !== null
    const kind = decideTicketKind(booking?.endsAt ?? null, { now: tx.now, isPriority })
    const number = await takeNextNumber(tx, pointId)
    const ticketId = await insertTicket(tx, {
      pointId,
      agencyCode,
      number,
      applicationId,
      appointmentId: booking?.id ?? null,
      kind,
      priorityReason: input.priorityReason,
      slotStartsAt: booking?.startsAt ?? null,
      takenBy: userId,
    })
    if (booking !== undefined) await markArrived(tx, booking.id)
    const waiting = (await listLiveTickets(tx, pointId)).filter(({ state }) => state === 'waiting')
    const before = orderQueue(waiting, tx.now).findIndex(({ id }) => id === ticketId)
    tx.concerns('application', applicationId, { ticketId, number, kind })
    return { ticketId, number, kind, before }
  })
}
