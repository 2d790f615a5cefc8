import type { Context } from '../../platform/context.ts'
import { throwIfRefused } from '../../platform/problem.ts'
import { explainUnknownCase, getOfficer, lockCases } from '../case/index.ts'
import { concludeApprovals } from './conclude-approvals.ts'
import type { WantedApproval } from './judge-approvals.ts'

/** 认定通过 by the second person: conclusion and number in one transaction; the number is shown after COMMIT (S-069). */
export async function approveCase(
  ctx: Context,
  input: WantedApproval,
): Promise<{ certificateId: string; number: string }> {
  const officer = getOfficer(ctx)
  return ctx.command(async (tx) => {
    const records = await lockCases(tx, [input.applicationId])
    const [concluded] = await concludeApprovals(ctx, tx, officer, { wanted: [input], records })
    // A single foreign case is as unknown as a random one; only a batch names the row.
    if (concluded === undefined) throw await explainUnknownCase(tx, officer, input.applicationId)
    if (concluded.kind === 'refused') throwIfRefused(concluded.refusals)
    if (concluded.kind === 'refused') throw new Error('refused without a reason')
    const { certificateId, number } = concluded.issued
    tx.concerns('application', input.applicationId, { conclusion: 'passed', certificateId })
    return { certificateId, number }
  })
}
