import type { InputOf, OutputOf } from '@xingtan/contract/endpoint'
import type { callNextEndpoint } from '@xingtan/contract/office/appointment'
import { orderQueue } from '@xingtan/domain/appointment-queue'
import type { Context, WorkTx } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { findPointRecord } from '../point/index.ts'
import { getPointOfficer } from './point-officer.ts'
import { callTicket, endTicket, listLiveTickets, lockQueue } from './sql-queue.ts'

/** Stops unless the point has such a desk. */
export async function throwUnlessDesk(tx: WorkTx, pointId: string, desk: number): Promise<void> {
  const point = await findPointRecord(tx, pointId)
  if (point === undefined) throw problem('request.not-found')
  if (desk > point.deskCount)
    throw problem('appointment.desk-unknown', { field: 'desk', values: { count: point.deskCount } })
}

/** Ends what stands at this desk and calls whoever is next; two desks never get the same number. */
export async function callNext(
  ctx: Context,
  { desk }: InputOf<typeof callNextEndpoint>,
): Promise<OutputOf<typeof callNextEndpoint>> {
  const { pointId, agencyCode, userId } = getPointOfficer(ctx)
  return ctx.command(async (tx) => {
    await throwUnlessDesk(tx, pointId, desk)
    await lockQueue(tx, pointId, agencyCode)
    const tickets = await listLiveTickets(tx, pointId)
    const present = tickets.find((one) => one.state === 'called' && one.desk === desk)
    if (present !== undefined) {
      await endTicket(tx, present.id, 'done')
      tx.concerns('application', present.applicationId, { ticketId: present.id, ended: 'done' })
    }
    const [next] = orderQueue(
      tickets.filter(({ state }) => state === 'waiting'),
      tx.now,
    )
    if (next === undefined) return { ticket: null }
    await callTicket(tx, { id: next.id, desk, by: userId })
    tx.concerns('application', next.applicationId, { ticketId: next.id, desk })
    return { ticket: { ticketId: next.id, number: next.number, applicationId: next.applicationId } }
  })
}
