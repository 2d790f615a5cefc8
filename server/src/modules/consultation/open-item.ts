import type { ConsultationKey } from '@xingtan/contract/consultation'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { problem, problemForSeconds } from '../../platform/problem.ts'
import { takeToken } from '../account/index.ts'
import { queryHashOf } from './query-code.ts'
import { type OwnConsultation, findOwnConsultation, openConsultation } from './sql-submit.ts'

/** Tries are counted for the device and for the number, also when they are right: nobody guesses codes. */
const TRY = { seconds: 30, burst: 20 }

/** Counts one try on its own, so that a wrong one costs as much as a right one. */
export async function takeOpenTry(ctx: Context, number: string): Promise<void> {
  const wait = await ctx.write(async (tx) => {
    const device = await takeToken(tx, ctx, { of: 'consultation-open', by: ctx.request.deviceHash, ...TRY })
    const item = await takeToken(tx, ctx, { of: 'consultation-number', by: Buffer.from(number), ...TRY })
    return Math.max(device, item)
  })
  if (wait > 0) throw problemForSeconds('consultation.tries-over', wait)
}

/** The item behind number and query code, open for the rest of this transaction; one answer for every mismatch. */
export async function getByKey(ctx: Context, tx: Tx, key: ConsultationKey): Promise<OwnConsultation> {
  const id = await openConsultation(tx, key.number, queryHashOf(ctx.crypto, key.queryCode))
  const item = id === undefined ? undefined : await findOwnConsultation(tx, id)
  if (item === undefined) throw problem('consultation.not-found', { field: 'number' })
  return item
}
