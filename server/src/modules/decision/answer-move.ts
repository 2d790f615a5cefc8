import type { InputOf, OutputOf } from '@xingtan/contract/endpoint'
import type { answerMoveEndpoint, listMovesEndpoint } from '@xingtan/contract/office/case-exception'
import type { OfficerActor } from '../../platform/actor.ts'
import type { Context, WorkTx } from '../../platform/context.ts'
import { problem, throwIfRefused } from '../../platform/problem.ts'
import { findPoint } from '../agency/index.ts'
import { appendCaseEvents, getOfficer, listCases, listConflicts, lockCase } from '../case/index.ts'
import {
  type Move,
  findIncomingMove,
  listIncomingMoves,
  listOutgoingMoves,
  listOwnPoints,
  markMoveAnswered,
  takeMovedCase,
} from './sql-move.ts'
import { tellMoved } from './tell-exception.ts'

/** The case changes its office: row, event and message in one transaction. */
async function take(
  ctx: Context,
  tx: WorkTx,
  officer: OfficerActor,
  taken: { move: Move; pointId: string },
): Promise<void> {
  const { move, pointId } = taken
  const point = await findPoint(tx, pointId)
  if (point?.agencyCode !== officer.agencyCode) throw problem('decision.move-point', { field: 'pointId' })
  const [before] = await listCases(tx, [move.applicationId])
  // The policy that lets this office read the offered case ends with the answer: the case is taken first.
  if (before === undefined || !(await takeMovedCase(tx, move.id, point))) throw problem('decision.move-gone')
  const answered = { id: move.id, state: 'accepted', officerId: officer.userId, answer: null } as const
  if (!(await markMoveAnswered(tx, answered))) throw problem('decision.move-gone')
  const record = await lockCase(tx, move.applicationId)
  if (record === undefined) throw new Error('a case that was taken is not in reach')
  throwIfRefused((await listConflicts(tx, [record.id]))(record.id))
  const to = { agencyName: move.toName, pointName: point.name }
  const messageId = await tellMoved(tx, ctx.crypto, { ...before, version: record.version }, to)
  await appendCaseEvents(tx, { kind: 'officer', id: officer.userId }, [
    {
      applicationId: record.id,
      kind: 'moved',
      data: { moveId: move.id, from: move.fromAgency, to: move.toAgency, messageId },
    },
  ])
}

/** The new office takes the case, or says why not; then it stays where it is. */
export async function answerMove(ctx: Context, input: InputOf<typeof answerMoveEndpoint>): Promise<{ done: true }> {
  const officer = getOfficer(ctx)
  return ctx.command(async (tx) => {
    const move = await findIncomingMove(tx, input.moveId)
    if (move === undefined) throw problem('request.not-found')
    if (move.state !== 'proposed') throw problem('decision.move-gone')
    if (input.accept) {
      await take(ctx, tx, officer, { move, pointId: input.pointId })
    } else {
      const declined = { id: move.id, state: 'declined', officerId: officer.userId, answer: input.answer } as const
      if (!(await markMoveAnswered(tx, declined))) throw problem('decision.move-gone')
    }
    tx.concerns('application', move.applicationId, { moveId: move.id, accepted: input.accept })
    return { done: true }
  })
}

function toMove({ id, proposedAt, ...move }: Move) {
  const { fromAgency: _from, toAgency: _to, ...shown } = move
  return { ...shown, moveId: id, proposedAt: proposedAt.toISOString() }
}

/** Moves that wait for this office, those it has asked for, and the points a case can go to. */
export async function listMoves(ctx: Context): Promise<OutputOf<typeof listMovesEndpoint>> {
  return ctx.read(async (tx) => ({
    incoming: (await listIncomingMoves(tx)).map(toMove),
    outgoing: (await listOutgoingMoves(tx)).map(toMove),
    points: (await listOwnPoints(tx)).map(({ id, name }) => ({ pointId: id, name })),
  }))
}
