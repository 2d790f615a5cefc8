import { randomUUID } from 'node:crypto'
import type { InputOf, OutputOf } from '@xingtan/contract/endpoint'
import type { askCorrectionEndpoint } from '@xingtan/contract/service'
import type { Context } from '../../platform/context.ts'
import { violatedConstraint } from '../../platform/database-error.ts'
import { problem } from '../../platform/problem.ts'
import { findCase } from '../case/index.ts'
import { newRequestNumber } from './number.ts'
import { insertCorrection } from './sql.ts'

/** Asks the office of one's own case to put an entry of the own data right; one request an entry at a time (PRO-10). */
export async function askCorrection(
  ctx: Context,
  input: InputOf<typeof askCorrectionEndpoint>,
): Promise<OutputOf<typeof askCorrectionEndpoint>> {
  return ctx
    .command(async (tx) => {
      const record = await findCase(tx, input.applicationId)
      if (record === undefined) throw problem('request.not-found')
      const id = randomUUID()
      const number = newRequestNumber(tx.today)
      const { accountId, agencyCode } = record
      const wishSealed = ctx.crypto.sealColumn(input.wish)
      await insertCorrection(tx, { id, number, accountId, agencyCode, field: input.field, wishSealed })
      tx.concerns('service-request', id, { field: input.field })
      return { requestId: id, number }
    })
    .catch((error: unknown) => {
      const isTwin = violatedConstraint(error) === 'service_requests__one_correction'
      throw isTwin ? problem('service.correction-running', { field: 'field' }) : error
    })
}
