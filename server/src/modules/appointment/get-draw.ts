import type { DrawRecord } from '@xingtan/contract/appointment'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { findPointRecord } from '../point/index.ts'
import { findDraw, listDrawEntries } from './sql-draw.ts'

/** One draw with its seed and the numbers that stood in it: anybody can draw again and compare (S-082). */
export async function getDraw(ctx: Context, input: { readonly drawId: string }): Promise<DrawRecord> {
  return ctx.read(async (tx) => {
    const draw = await findDraw(tx, input.drawId)
    const point = draw === undefined ? undefined : await findPointRecord(tx, draw.pointId)
    if (draw === undefined || point === undefined) throw problem('request.not-found')
    const { id: drawId, day, seedHash, seed } = draw
    return {
      drawId,
      pointName: point.name,
      day,
      seedHash,
      seed,
      requestsUntil: draw.requestsUntil.toISOString(),
      drawnAt: draw.drawnAt?.toISOString() ?? null,
      entries: await listDrawEntries(tx, drawId),
    }
  })
}
