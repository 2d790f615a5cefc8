import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { Context } from '../../platform/context.ts'
import { problem, throwIfRefused } from '../../platform/problem.ts'
import { officerOf } from '../agency/index.ts'
import { lockOwnFiling } from './get-own-filing.ts'
import { judgeFiling } from './judge-filing.ts'
import { insertSubmission } from './sql.ts'

/** Hands the saved filing in as a new version, with its stamped scan; what it lacks stops it, all at once (PLN-2). */
export async function handInFiling(
  ctx: Context,
  input: { readonly filingId: string; readonly version: number },
): Promise<{ done: true }> {
  const officer = officerOf(ctx)
  return ctx.command(async (tx) => {
    const filing = await lockOwnFiling(tx, officer, input)
    const { draft, scanFileId } = filing
    const isSame = isDeepStrictEqual(draft, filing.submitted) && scanFileId === filing.submittedScanFileId
    if (filing.state === 'accepted' && isSame) throw problem('filing.nothing-changed')
    throwIfRefused(await judgeFiling(tx, ctx, { filing, content: draft, hasScan: scanFileId !== null }))
    const submissionId = randomUUID()
    await insertSubmission(tx, { id: submissionId, filing, scanFileId: scanFileId ?? '', by: officer })
    tx.concerns('filing', filing.id, { submissionId, number: filing.submissionNumber + 1 })
    return { done: true }
  })
}
