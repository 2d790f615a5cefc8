import { randomUUID } from 'node:crypto'
import type { InputOf } from '@xingtan/contract/endpoint'
import type { recordTrainingEndpoint } from '@xingtan/contract/office/training'
import { refuseTraining } from '@xingtan/domain/training'
import type { Context } from '../../platform/context.ts'
import { problem, throwIfRefused } from '../../platform/problem.ts'
import { officerOf } from '../agency/index.ts'
import { insertSession } from './sql.ts'

/** Records a training that was held (PLN-7); one of a topic and day. */
export async function recordTraining(
  ctx: Context,
  input: InputOf<typeof recordTrainingEndpoint>,
): Promise<{ sessionId: string }> {
  const { agencyCode, userId } = officerOf(ctx)
  return ctx.command(async (tx) => {
    throwIfRefused(refuseTraining(input, tx.today))
    const id = randomUUID()
    const kinds = [...new Set(input.kinds)]
    if (!(await insertSession(tx, { ...input, kinds, id, agencyCode, by: userId }))) {
      throw problem('training.recorded-already', { field: 'topic' })
    }
    tx.concerns('training', id, { heldTo: input.heldTo, kinds: kinds.join(',') })
    return { sessionId: id }
  })
}
