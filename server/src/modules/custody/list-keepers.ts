import type { OutputOf } from '@xingtan/contract/endpoint'
import type { listKeepersEndpoint } from '@xingtan/contract/office/custody'
import type { Context } from '../../platform/context.ts'
import { signedInOfficer } from '../../platform/signed-in-officer.ts'
import { listKeepersOf } from './sql.ts'

/** Who of the own agency may keep an item. */
export async function listKeepers(ctx: Context): Promise<OutputOf<typeof listKeepersEndpoint>> {
  const { agencyCode } = signedInOfficer(ctx)
  return ctx.read(async (tx) => ({ keepers: await listKeepersOf(tx, agencyCode) }))
}
