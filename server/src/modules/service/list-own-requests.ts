import type { OutputOf } from '@xingtan/contract/endpoint'
import type { listOwnRequestsEndpoint } from '@xingtan/contract/service'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { listOwn } from './sql.ts'

/** One's own requests and what came of them (ACC-7, PRO-10). */
export async function listOwnRequests(ctx: Context): Promise<OutputOf<typeof listOwnRequestsEndpoint>> {
  const { actor } = ctx
  if (actor.kind !== 'applicant') throw problem('request.sign-in-needed')
  return ctx.read(async (tx) => ({
    requests: (await listOwn(tx, actor.accountId)).map((row) => ({
      requestId: row.id,
      number: row.number,
      kind: row.kind,
      state: row.state,
      field: row.field,
      wish: row.wishSealed === null ? null : ctx.crypto.openColumn(row.wishSealed),
      answer: row.answer,
      agencyName: row.agencyName,
      openedAt: row.openedAt.toISOString(),
      effectiveAt: row.effectiveAt?.toISOString() ?? null,
      closedAt: row.closedAt?.toISOString() ?? null,
    })),
  }))
}
