import type { EvidenceKind } from '@xingtan/contract/evidence'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { getApplicant, throwUnlessReady } from '../account/index.ts'
import { openVerification } from './open-verification.ts'
import { findEvidence, markEvidenceWaiting } from './sql.ts'

/** Asks the source once more about a record it did not prove; one in use stays as it is (PRO-8). */
export async function recheckEvidence(
  ctx: Context,
  input: { readonly kind: EvidenceKind; readonly id: string },
): Promise<{ done: true }> {
  return ctx.command(async (tx) => {
    const applicant = await getApplicant(tx)
    throwUnlessReady(applicant)
    const record = await findEvidence(tx, { accountId: applicant.id, ...input })
    if (record === undefined) throw problem('request.not-found')
    if (record.state === 'match') throw problem('evidence.verified')
    if (record.heldBy !== null) throw problem('evidence.held', { values: { registrationNumber: record.heldBy } })
    const opened = await openVerification(tx, { accountId: applicant.id, kind: input.kind, subjectId: input.id })
    if (opened === undefined) throw problem('evidence.waiting')
    await markEvidenceWaiting(tx, input.id)
    tx.concerns('evidence', input.id, { kind: input.kind })
    return { done: true }
  })
}
