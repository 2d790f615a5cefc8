import type { Context, WorkTx } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { throwUnlessDesk } from './call-next.ts'
import { getPointOfficer } from './point-officer.ts'
import {
  type TicketRecord,
  callTicket,
  endTicket,
  listLiveTickets,
  lockQueue,
  requeueTicketRow,
  skipTicketRow,
} from './sql-queue.ts'

interface OneTicket {
  readonly ticketId: string
}

interface Change {
  readonly name: string
  /** States from which it can be done. */
  readonly from: readonly TicketRecord['state'][]
  readonly save: (tx: WorkTx, ticket: TicketRecord, tickets: readonly TicketRecord[]) => Promise<void>
}

async function change(ctx: Context, { ticketId }: OneTicket, { name, from, save }: Change): Promise<{ done: true }> {
  const { pointId, agencyCode } = getPointOfficer(ctx)
  return ctx.command(async (tx) => {
    await lockQueue(tx, pointId, agencyCode)
    const tickets = await listLiveTickets(tx, pointId)
    const ticket = tickets.find(({ id }) => id === ticketId)
    if (ticket === undefined) throw problem('request.not-found')
    if (!from.includes(ticket.state)) throw problem('appointment.ticket-changed')
    await save(tx, ticket, tickets)
    tx.concerns('application', ticket.applicationId, { ticketId, change: name })
    return { done: true }
  })
}

/** 重呼: the same number at the same desk, once more on the screen. */
export async function recallTicket(ctx: Context, input: OneTicket): Promise<{ done: true }> {
  const by = getPointOfficer(ctx).userId
  return change(ctx, input, {
    name: 'recall',
    from: ['called'],
    save: (tx, { id, desk }) => callTicket(tx, { id, desk: desk ?? 1, by }),
  })
}

/** 过号. */
export async function skipTicket(ctx: Context, input: OneTicket): Promise<{ done: true }> {
  return change(ctx, input, { name: 'skip', from: ['called', 'waiting'], save: (tx, { id }) => skipTicketRow(tx, id) })
}

/** 重新排队. */
export async function requeueTicket(ctx: Context, input: OneTicket): Promise<{ done: true }> {
  return change(ctx, input, { name: 'requeue', from: ['skipped'], save: (tx, { id }) => requeueTicketRow(tx, id) })
}

/** 未到. */
export async function markAbsent(ctx: Context, input: OneTicket): Promise<{ done: true }> {
  return change(ctx, input, {
    name: 'absent',
    from: ['waiting', 'called', 'skipped'],
    save: (tx, { id }) => endTicket(tx, id, 'absent'),
  })
}

/** 办结. */
export async function finishTicket(ctx: Context, input: OneTicket): Promise<{ done: true }> {
  return change(ctx, input, { name: 'finish', from: ['called'], save: (tx, { id }) => endTicket(tx, id, 'done') })
}

/** 转台: another desk goes on with the number, when nobody stands there. */
export async function transferTicket(
  ctx: Context,
  input: OneTicket & { readonly desk: number },
): Promise<{ done: true }> {
  const { userId, pointId } = getPointOfficer(ctx)
  return change(ctx, input, {
    name: 'transfer',
    from: ['called'],
    save: async (tx, { id }, tickets) => {
      await throwUnlessDesk(tx, pointId, input.desk)
      const there = tickets.find(({ state, desk }) => state === 'called' && desk === input.desk)
      if (there !== undefined && there.id !== id) {
        throw problem('appointment.desk-busy', { values: { desk: input.desk, number: there.number } })
      }
      await callTicket(tx, { id, desk: input.desk, by: userId })
    },
  })
}
