import type { OutputOf } from '@xingtan/contract/endpoint'
import type { listOwnHandoversEndpoint } from '@xingtan/contract/office/handover'
import type { Context } from '../../platform/context.ts'
import { signedInOfficer } from '../../platform/signed-in-officer.ts'
import { listHandoversOf } from './sql.ts'
import { toRow } from './to-view.ts'

/** Lists the officer hands over or takes over (ACC-8). */
export async function listOwnHandovers(ctx: Context): Promise<OutputOf<typeof listOwnHandoversEndpoint>> {
  const { personId } = signedInOfficer(ctx)
  return ctx.read(async (tx) => ({ rows: (await listHandoversOf(tx, personId)).map((row) => toRow(tx, row)) }))
}
