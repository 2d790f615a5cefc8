import type { OnlineCase } from '@xingtan/contract/office/material'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { problem } from '../../platform/problem.ts'
import { getOfficer, listCases } from '../case/index.ts'
import { makeFileLink } from '../file/index.ts'
import { proposeDueDay } from './grant-time.ts'
import { type OnlineFile, loadOnlineFile } from './online-file.ts'
import { findOnlineCase } from './sql-online.ts'
import { listRequests } from './sql-request.ts'

function toItems(ctx: Context, tx: Tx, { items }: OnlineFile): OnlineCase['items'] {
  return items.map(({ code, name, why, state, live }) => ({
    materialId: live?.id ?? null,
    code,
    name,
    why,
    // What is not handed in yet is nobody's but its owner's.
    state: state === 'uploaded' ? 'missing' : state,
    url: live === undefined || state === 'uploaded' ? null : makeFileLink(ctx.crypto, ctx.actor, live.fileId, tx.now),
    bytes: live?.bytes ?? null,
    pages: live?.pages ?? null,
    handedInAt: live?.handedInAt?.toISOString() ?? null,
    reasons: live?.reasons ?? [],
  }))
}

/** One case at the online desk: the triage with its sources, the files to judge, and what was asked for so far (CNF-3). */
export async function getOnlineCase(ctx: Context, input: { readonly applicationId: string }): Promise<OnlineCase> {
  getOfficer(ctx)
  return ctx.write(async (tx) => {
    const [record] = await listCases(tx, [input.applicationId])
    if (record === undefined) throw problem('request.not-found')
    tx.concerns('application', record.id, { part: 'materials' }, 'read')
    const file = await loadOnlineFile(tx, record)
    const online = await findOnlineCase(tx, record.id)
    const requests = await listRequests(tx, record.id)
    return {
      applicationId: record.id,
      version: record.version,
      state: online?.state ?? null,
      lane: file.triage.lane,
      lines: [...file.triage.lines],
      items: toItems(ctx, tx, file),
      reasons: file.rule.reasons.map(({ code, sentence }) => ({ code, sentence })),
      requests: requests.map(({ round, note, dueOn, requestedAt, requestedByName, closedAt, items }) => ({
        round,
        note,
        dueOn,
        requestedAt: requestedAt.toISOString(),
        by: requestedByName,
        isOpen: closedAt === null,
        items: items.map(({ name }) => name),
      })),
      proposedDueOn: await proposeDueDay(tx, record),
    }
  })
}
