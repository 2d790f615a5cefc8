import type { OutputOf } from '@xingtan/contract/endpoint'
import type { getConsultationBoardEndpoint } from '@xingtan/contract/office/consultation'
import type { Context } from '../../platform/context.ts'
import { listBoard } from './sql-board.ts'

/** How one's own agency and those below keep up with 咨询、投诉、举报. */
export async function getConsultationBoard(ctx: Context): Promise<OutputOf<typeof getConsultationBoardEndpoint>> {
  return ctx.readBelow(async (tx) => ({ rows: await listBoard(tx) }))
}
