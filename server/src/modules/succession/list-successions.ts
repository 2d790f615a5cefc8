import type { OutputOf } from '@xingtan/contract/endpoint'
import type { listSuccessionsEndpoint } from '@xingtan/contract/office/succession'
import type { Context } from '../../platform/context.ts'
import { getAgencyInTree, officerOf } from '../agency/index.ts'
import { type SuccessionRow, listSuccessionsOf } from './sql.ts'

type View = OutputOf<typeof listSuccessionsEndpoint>['successions'][number]

function stateOf({ carriedOutAt, cancelledAt }: SuccessionRow): View['state'] {
  if (cancelledAt !== null) return 'cancelled'
  return carriedOutAt === null ? 'ordered' : 'carried-out'
}

function toView(row: SuccessionRow): View {
  return {
    successionId: row.id,
    oldAgency: { code: row.oldCode, name: row.oldName },
    newAgency: { code: row.newCode, name: row.newName },
    effectiveAt: row.effectiveAt.toISOString(),
    orderNumber: row.orderNumber,
    reason: row.reason,
    orderedBy: row.orderedByName,
    orderedAt: row.orderedAt.toISOString(),
    state: stateOf(row),
    carriedOutAt: row.carriedOutAt?.toISOString() ?? null,
    outcome: row.outcome,
  }
}

/** Orders that concern an agency of the officer's tree, with what went over. */
export async function listSuccessions(
  ctx: Context,
  input: { readonly agencyCode: string },
): Promise<OutputOf<typeof listSuccessionsEndpoint>> {
  const officer = officerOf(ctx)
  return ctx.read(async (tx) => {
    const agency = await getAgencyInTree(tx, officer, input.agencyCode)
    return { successions: (await listSuccessionsOf(tx, agency.code)).map(toView) }
  })
}
