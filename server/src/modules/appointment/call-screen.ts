import { randomUUID } from 'node:crypto'
import type { OutputOf } from '@xingtan/contract/endpoint'
import type { CallScreen, openScreenEndpoint } from '@xingtan/contract/office/appointment'
import { orderQueue } from '@xingtan/domain/appointment-queue'
import { maskName } from '@xingtan/domain/mask'
import { shanghaiInstant } from '@xingtan/domain/shanghai-time'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { findPointRecord } from '../point/index.ts'
import { getPointOfficer } from './point-officer.ts'
import { findScreenPoint, insertScreen, listLiveTickets } from './sql-queue.ts'

/** A link for the screen of the waiting room: until the end of the day, numbers of this point and nothing else. */
export async function openScreen(ctx: Context): Promise<OutputOf<typeof openScreenEndpoint>> {
  const { pointId, agencyCode, userId } = getPointOfficer(ctx)
  const token = ctx.crypto.randomToken(32)
  return ctx.write(async (tx) => {
    const screenId = randomUUID()
    const endsAt = shanghaiInstant(tx.today, '24:00')
    const tokenHash = ctx.crypto.hashToken(token)
    await insertScreen(tx, { id: screenId, pointId, agencyCode, tokenHash, openedBy: userId, endsAt })
    tx.concerns('point', pointId, { screenId })
    return { screenId, token, endsAt: endsAt.toISOString() }
  })
}

/** What the waiting room sees: numbers, desks and masked names (个人信息保护法 art. 51). */
export async function showScreen(ctx: Context, input: { readonly token: string }): Promise<CallScreen> {
  return ctx.read(async (tx) => {
    const found = await findScreenPoint(tx, ctx.crypto.hashToken(input.token))
    if (found === undefined) throw problem('appointment.screen-over')
    await tx.enter({ agencyCode: found.agencyCode, pointId: found.pointId })
    const point = await findPointRecord(tx, found.pointId)
    if (point === undefined) throw problem('appointment.screen-over')
    const tickets = await listLiveTickets(tx, point.id)
    const waiting = orderQueue(
      tickets.filter(({ state }) => state === 'waiting'),
      tx.now,
    )
    const called = tickets.flatMap(({ state, number, name, desk, calls, calledAt }) =>
      state === 'called' && desk !== null && calledAt !== null
        ? [{ number, maskedName: maskName(name), desk, calls, calledAt: calledAt.toISOString() }]
        : [],
    )
    return {
      pointName: point.name,
      now: tx.now.toISOString(),
      called: called.toSorted((a, b) => (a.calledAt < b.calledAt ? 1 : -1)),
      next: waiting.slice(0, 6).map(({ number }) => number),
      waiting: waiting.length,
      skipped: tickets.filter(({ state }) => state === 'skipped').map(({ number }) => number),
    }
  })
}
