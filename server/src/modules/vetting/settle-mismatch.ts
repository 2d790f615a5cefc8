import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { getOfficer } from '../case/index.ts'
import { settleMismatch as settle } from './sql-mismatch.ts'

/** An officer says what became of a row; it is laid aside and never becomes an answer (S-151). */
export async function settleMismatch(
  ctx: Context,
  { mismatchId, note }: { readonly mismatchId: string; readonly note: string },
): Promise<{ done: true }> {
  const { userId } = getOfficer(ctx)
  return ctx.command(async (tx) => {
    if ((await settle(tx, mismatchId, { settledBy: userId, note })) === 0) throw problem('vetting.mismatch-settled')
    tx.concerns('vetting-mismatch', mismatchId, { settled: true })
    return { done: true }
  })
}
