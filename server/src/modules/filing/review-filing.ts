import type { InputOf } from '@xingtan/contract/endpoint'
import type { reviewFilingEndpoint } from '@xingtan/contract/office/filing'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { officerOf } from '../agency/index.ts'
import { findFiling, insertReview } from './sql.ts'

/** The receiver accepts the version it has read, or returns it with the reason; another person than handed it in (PLN-2). */
export async function reviewFiling(ctx: Context, input: InputOf<typeof reviewFilingEndpoint>): Promise<{ done: true }> {
  const officer = officerOf(ctx)
  const { userId, personId, agencyCode } = officer
  return ctx.command(async (tx) => {
    // What lies below is read; the opinion itself is a row of the own agency (S-050).
    await tx.enter({ officerId: userId, agencyCode, reach: 'below' })
    const filing = await findFiling(tx, input.filingId)
    if (filing === undefined) throw problem('request.not-found')
    if (filing.receiverCode !== agencyCode || filing.agencyCode === agencyCode) throw problem('filing.not-receiver')
    const { submissionId, handedInPersonId, submissionNumber } = filing
    const isWaiting = filing.state === 'handed-in' && submissionNumber === input.number
    if (!isWaiting || submissionId === null || handedInPersonId === null) throw problem('filing.not-waiting')
    if (handedInPersonId === personId) throw problem('filing.same-person')
    const { accepted, reason } = input
    if (!accepted && reason === null) throw problem('filing.reason-missing', { field: 'reason' })
    const review = { submissionId, handedInPersonId, accepted, reason: accepted ? null : reason }
    if (!(await insertReview(tx, { ...review, by: officer }))) throw problem('filing.not-waiting')
    tx.concerns('filing', filing.id, { submissionId, accepted })
    return { done: true }
  })
}
