import { randomUUID } from 'node:crypto'
import type { InputOf } from '@xingtan/contract/endpoint'
import type { proposeMoveEndpoint } from '@xingtan/contract/office/case-exception'
import type { Context, WorkTx } from '../../platform/context.ts'
import { violatedConstraint } from '../../platform/database-error.ts'
import { problem } from '../../platform/problem.ts'
import { findAgency, findRecognisingAgency } from '../agency/index.ts'
import { getOfficer, lockCaseFor } from '../case/index.ts'
import { type NewMove, insertMove } from './sql-move.ts'

async function insertOnce(tx: WorkTx, move: NewMove): Promise<void> {
  try {
    await insertMove(tx, move)
  } catch (error) {
    if (violatedConstraint(error) === 'case_moves__one_open') throw problem('decision.move-open')
    throw error
  }
}

/**
 * 移送: a case that lies with the wrong office is offered to the one that recognises this type for the region of the
 * person's own basis. Nothing moves before that office agrees. 行政许可法 art. 32; 教师资格条例 art. 13 and 14.
 */
export async function proposeMove(
  ctx: Context,
  input: InputOf<typeof proposeMoveEndpoint>,
): Promise<{ moveId: string }> {
  const officer = getOfficer(ctx)
  return ctx.command(async (tx) => {
    const record = await lockCaseFor(tx, officer, { ...input, action: 'move' })
    const { toAgency, basisRegion, reason } = input
    if (toAgency === record.agencyCode) throw problem('decision.move-same', { field: 'toAgency' })
    const competent = await findRecognisingAgency(tx, basisRegion, record.qualificationType)
    if (competent?.code !== toAgency) {
      const agency = (await findAgency(tx, toAgency))?.name ?? '所选机构'
      throw problem('decision.move-not-competent', { field: 'toAgency', values: { agency } })
    }
    const id = randomUUID()
    const { id: applicationId, agencyCode: fromAgency } = record
    await insertOnce(tx, { id, applicationId, fromAgency, toAgency, reason, proposedBy: officer.userId })
    tx.concerns('application', applicationId, { moveId: id, to: toAgency, basisRegion })
    return { moveId: id }
  })
}
