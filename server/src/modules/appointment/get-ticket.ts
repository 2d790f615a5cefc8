import type { OutputOf } from '@xingtan/contract/endpoint'
import type { getTicketEndpoint } from '@xingtan/contract/appointment'
import { orderQueue } from '@xingtan/domain/appointment-queue'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { findCase } from '../case/index.ts'
import { findOwnTicket, listQueueAround } from './sql-queue.ts'

/** Today's number of one's own case, and how many are before it as things stand. */
export async function getTicket(
  ctx: Context,
  input: { readonly applicationId: string },
): Promise<OutputOf<typeof getTicketEndpoint>> {
  return ctx.read(async (tx) => {
    const record = await findCase(tx, input.applicationId)
    if (record === undefined) throw problem('request.not-found')
    const ticket = await findOwnTicket(tx, record.id)
    if (ticket === undefined) return { ticket: null }
    const { id, number, state, desk } = ticket
    const line = orderQueue(await listQueueAround(tx, id), tx.now)
    return {
      ticket: {
        number,
        state,
        desk,
        before: Math.max(
          0,
          line.findIndex((one) => one.id === id),
        ),
      },
    }
  })
}
