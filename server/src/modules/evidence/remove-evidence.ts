import type { EvidenceKind } from '@xingtan/contract/evidence'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { getApplicant } from '../account/index.ts'
import { findEvidence, markEvidenceRemoved } from './sql.ts'

/** Takes a record out of the personal centre; one that an application holds stays (PRO-8). */
export async function removeEvidence(
  ctx: Context,
  input: { readonly kind: EvidenceKind; readonly id: string },
): Promise<{ done: true }> {
  return ctx.command(async (tx) => {
    const applicant = await getApplicant(tx)
    const record = await findEvidence(tx, { accountId: applicant.id, ...input })
    if (record === undefined) throw problem('request.not-found')
    if (record.heldBy !== null) throw problem('evidence.held', { values: { registrationNumber: record.heldBy } })
    await markEvidenceRemoved(tx, input.id)
    tx.concerns('evidence', input.id, { kind: input.kind })
    return { done: true }
  })
}
