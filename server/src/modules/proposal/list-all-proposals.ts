import type { OutputOf } from '@xingtan/contract/endpoint'
import type { ProposalState, listProposalsEndpoint } from '@xingtan/contract/office/proposal'
import { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import { readMark, writeMark } from '../../platform/page-mark.ts'
import { listProposals, nameScopes } from './sql.ts'
import { toProposalRow } from './to-proposal.ts'

const ROWS = 30
const Mark = z.strictObject({ at: z.iso.datetime(), id: z.uuid() })

/** Proposals of every kind, newest first. */
export async function listAllProposals(
  ctx: Context,
  input: { readonly state?: ProposalState | undefined; readonly after?: string | undefined },
): Promise<OutputOf<typeof listProposalsEndpoint>> {
  const after = readMark(Mark, input.after)
  return ctx.read(async (tx) => {
    const found = await listProposals(tx, { state: input.state, after, limit: ROWS + 1 })
    const rows = found.slice(0, ROWS)
    const titles = await nameScopes(
      tx,
      rows.map(({ scope }) => scope),
    )
    const last = rows.at(-1)
    const hasMore = found.length > ROWS && last !== undefined
    return {
      rows: rows.map((row) => toProposalRow(row, titles)),
      after: hasMore ? writeMark({ at: last.proposedAt.toISOString(), id: last.id }) : null,
    }
  })
}
