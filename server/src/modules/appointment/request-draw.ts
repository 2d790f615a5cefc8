import { randomUUID } from 'node:crypto'
import type { InputOf } from '@xingtan/contract/endpoint'
import type { requestDrawEndpoint } from '@xingtan/contract/appointment'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { lockOwnCase, throwIfPlaced } from './own-case.ts'
import { findDraw, findWaitingRequest, insertRequest, withdrawRequest } from './sql-draw.ts'
import { listSlotsOn } from './sql-slot.ts'

/** Takes part in the draw of a day; when one asks inside the period makes no difference (S-082). */
export async function requestDraw(
  ctx: Context,
  input: InputOf<typeof requestDrawEndpoint>,
): Promise<{ requestId: string }> {
  return ctx.command(async (tx) => {
    const own = await lockOwnCase(tx, input.applicationId)
    const { record } = own
    await throwIfPlaced(tx, own)
    const draw = await findDraw(tx, input.drawId)
    if (draw === undefined || draw.pointId !== record.pointId) throw problem('request.not-found')
    if (draw.drawnAt !== null || draw.requestsUntil <= tx.now) throw problem('appointment.draw-over')
    const ofDay = new Set((await listSlotsOn(tx, draw.pointId, draw.day)).map(({ id }) => id))
    const slotIds = [...new Set(input.slotIds)]
    if (slotIds.some((id) => !ofDay.has(id))) throw problem('appointment.slot-gone')
    const { id: applicationId, accountId, personIndex } = record
    const requestId = randomUUID()
    const isAdded = await insertRequest(tx, {
      id: requestId,
      drawId: draw.id,
      applicationId,
      accountId,
      personIndex,
      slotIds,
    })
    if (!isAdded) throw problem('appointment.already-asked')
    tx.concerns('application', record.id, { drawId: draw.id, requestId })
    return { requestId }
  })
}

/** Steps back from a draw before it is drawn. */
export async function withdrawDrawRequest(
  ctx: Context,
  input: { readonly applicationId: string },
): Promise<{ done: true }> {
  return ctx.command(async (tx) => {
    const { record } = await lockOwnCase(tx, input.applicationId)
    const request = await findWaitingRequest(tx, record.id)
    if (request === undefined) throw problem('appointment.no-request')
    await withdrawRequest(tx, request.id)
    tx.concerns('application', record.id, { requestId: request.id })
    return { done: true }
  })
}
