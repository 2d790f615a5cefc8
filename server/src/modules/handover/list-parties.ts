import type { OutputOf } from '@xingtan/contract/endpoint'
import type { listHandoverPartiesEndpoint } from '@xingtan/contract/office/handover'
import type { Context } from '../../platform/context.ts'
import { signedInOfficer } from '../../platform/signed-in-officer.ts'
import { listPartiesOf } from './sql-party.ts'

/** Users of the own agency for the two sides of a 交接清单. */
export async function listParties(ctx: Context): Promise<OutputOf<typeof listHandoverPartiesEndpoint>> {
  const { agencyCode } = signedInOfficer(ctx)
  return ctx.read(async (tx) => {
    const parties = await listPartiesOf(tx, agencyCode)
    return {
      parties: parties.map(({ userId, name, username, roles, isAdmitted }) => ({
        userId,
        name,
        username,
        roles,
        isGone: !isAdmitted,
      })),
    }
  })
}
