import type { OutputOf } from '@xingtan/contract/endpoint'
import type { listSuccessionsEndpoint } from '@xingtan/contract/office/succession'
import type { OfficerActor } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import { getAgencyInTree, officerOf } from '../agency/index.ts'
import { type SuccessionRow, listSuccessionsOf } from './sql.ts'

type View = OutputOf<typeof listSuccessionsEndpoint>['successions'][number]

function stateOf({ carriedOutAt, cancelledAt, approvedByName }: SuccessionRow): View['state'] {
  if (cancelledAt !== null) return 'cancelled'
  if (carriedOutAt !== null) return 'carried-out'
  return approvedByName === null ? 'proposed' : 'ordered'
}

function toView(row: SuccessionRow, officer: OfficerActor): View {
  return {
    successionId: row.id,
    oldAgency: { code: row.oldCode, name: row.oldName },
    newAgency: { code: row.newCode, name: row.newName },
    effectiveAt: row.effectiveAt.toISOString(),
    orderNumber: row.orderNumber,
    reason: row.reason,
    orderedBy: row.orderedByName,
    orderedAt: row.orderedAt.toISOString(),
    approvedBy: row.approvedByName,
    mayApprove:
      stateOf(row) === 'proposed' && row.orderedPersonId !== officer.personId && row.oldCode !== officer.agencyCode,
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
    return { successions: (await listSuccessionsOf(tx, agency.code)).map((row) => toView(row, officer)) }
  })
}
