import type { OutputOf } from '@xingtan/contract/endpoint'
import type { BulkRun, getRunEndpoint, listRunsEndpoint } from '@xingtan/contract/office/bulk-run'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { type ShownRun, findShownRun, listShownRows, listShownRuns } from './sql-run.ts'

function toRun({ id, startedAt, finishedAt, ...run }: ShownRun): BulkRun {
  return { ...run, runId: id, startedAt: startedAt.toISOString(), finishedAt: finishedAt?.toISOString() ?? null }
}

/** How far a run of the agency has come, with the result of each row. */
export async function getRun(
  ctx: Context,
  input: { readonly runId: string },
): Promise<OutputOf<typeof getRunEndpoint>> {
  return ctx.read(async (tx) => {
    const run = await findShownRun(tx, input.runId)
    if (run === undefined) throw problem('request.not-found')
    return { run: toRun(run), rows: await listShownRows(tx, input.runId) }
  })
}

/** The last runs of the agency. */
export async function listRuns(ctx: Context): Promise<OutputOf<typeof listRunsEndpoint>> {
  const runs = await ctx.read(listShownRuns)
  return { runs: runs.map(toRun) }
}
