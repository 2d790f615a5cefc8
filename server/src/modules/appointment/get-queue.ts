import type { OutputOf } from '@xingtan/contract/endpoint'
import type { TicketRow, getQueueEndpoint } from '@xingtan/contract/office/appointment'
import { orderQueue } from '@xingtan/domain/appointment-queue'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { findPointRecord } from '../point/index.ts'
import { getPointOfficer } from './point-officer.ts'
import { type TicketRecord, countDay, listLiveTickets } from './sql-queue.ts'

function toRow({ id, queuedAt: _queuedAt, calledAt: _calledAt, ...ticket }: TicketRecord): TicketRow {
  return {
    ...ticket,
    ticketId: id,
    slotStartsAt: ticket.slotStartsAt?.toISOString() ?? null,
    takenAt: ticket.takenAt.toISOString(),
  }
}

/** The line of today at the own point, in the order of calling. */
export async function getQueue(ctx: Context): Promise<OutputOf<typeof getQueueEndpoint>> {
  const { pointId } = getPointOfficer(ctx)
  return ctx.read(async (tx) => {
    const point = await findPointRecord(tx, pointId)
    if (point === undefined) throw problem('request.not-found')
    const tickets = await listLiveTickets(tx, pointId)
    const inState = (state: TicketRecord['state']) => tickets.filter((one) => one.state === state)
    return {
      pointId,
      pointName: point.name,
      deskCount: point.deskCount,
      called: inState('called').map(toRow),
      waiting: orderQueue(inState('waiting'), tx.now).map(toRow),
      skipped: inState('skipped').map(toRow),
      ...(await countDay(tx, pointId)),
    }
  })
}
