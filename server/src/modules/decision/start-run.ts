import { randomUUID } from 'node:crypto'
import type { BulkRunKind } from '@xingtan/contract/office/bulk-run'
import type { Context } from '../../platform/context.ts'
import { addJob } from '../../platform/jobs.ts'
import { arrange, getOfficer, listOwnCases } from '../case/index.ts'
import type { WantedApproval } from './judge-approvals.ts'
import { insertRun } from './sql-run.ts'

type StartRun = { readonly cases: readonly WantedApproval[] }

async function startRun(ctx: Context, kind: BulkRunKind, { cases }: StartRun): Promise<{ runId: string }> {
  const officer = getOfficer(ctx)
  return ctx.command(async (tx) => {
    const ids = cases.map(({ applicationId }) => applicationId)
    // One case out of scope stops the whole batch, before anything is written (S-060).
    arrange(cases, await listOwnCases(tx, officer.agencyCode, ids))
    const id = randomUUID()
    const { agencyCode, userId: officerId, personId: officerPersonId, keySerial } = officer
    await insertRun(tx, { id, agencyCode, kind, officerId, officerPersonId, keySerial, cases })
    await addJob(tx, 'decision.run-bulk', { runId: id })
    tx.concerns('bulk-run', id, { kind, count: cases.length })
    return { runId: id }
  })
}

/** 批量认定通过: orders the run; the job judges and numbers each row by itself (DEC-3). */
export async function startApprovalRun(ctx: Context, input: StartRun): Promise<{ runId: string }> {
  return startRun(ctx, 'approve', input)
}

/** 批量审核通过 in the same way. */
export async function startReviewRun(ctx: Context, input: StartRun): Promise<{ runId: string }> {
  return startRun(ctx, 'review', input)
}
