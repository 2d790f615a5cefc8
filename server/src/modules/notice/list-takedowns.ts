import type { OutputOf } from '@xingtan/contract/endpoint'
import type { listTakedownsEndpoint } from '@xingtan/contract/office/notice-takedown'
import type { Context } from '../../platform/context.ts'
import { signedInOfficer } from '../../platform/signed-in-officer.ts'
import { listRows } from './sql-takedown.ts'

/** What the own office proposed, and what an office above has taken down of its own. */
export async function listTakedowns(ctx: Context): Promise<OutputOf<typeof listTakedownsEndpoint>> {
  const officer = signedInOfficer(ctx)
  const found = await ctx.read(listRows)
  return {
    rows: found.map(({ proposedPersonId, agencyCode, proposedAt, decidedAt, ...row }) => ({
      ...row,
      proposedAt: proposedAt.toISOString(),
      decidedAt: decidedAt?.toISOString() ?? null,
      isOwn: agencyCode === officer.agencyCode,
      mayDecide: row.state === 'proposed' && proposedPersonId !== officer.personId,
    })),
  }
}
