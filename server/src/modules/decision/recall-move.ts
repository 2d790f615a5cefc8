import type { InputOf } from '@xingtan/contract/endpoint'
import type { recallMoveEndpoint } from '@xingtan/contract/office/case-exception'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { getOfficer } from '../case/index.ts'
import { findOutgoingMove, markMoveAnswered } from './sql-move.ts'

/** 撤回移送: whoever was asked no longer reads the case; whoever comes second of the two offices finds it answered. */
export async function recallMove(ctx: Context, input: InputOf<typeof recallMoveEndpoint>): Promise<{ done: true }> {
  const officer = getOfficer(ctx)
  return ctx.command(async (tx) => {
    const move = await findOutgoingMove(tx, input.moveId)
    if (move === undefined) throw problem('request.not-found')
    const recalled = { id: move.id, state: 'recalled', officerId: officer.userId, answer: input.reason } as const
    if (!(await markMoveAnswered(tx, recalled))) throw problem('decision.move-gone')
    tx.concerns('application', move.applicationId, { moveId: move.id, recalled: true })
    return { done: true }
  })
}
