import type { OutputOf } from '@xingtan/contract/endpoint'
import type { listDelegationsEndpoint } from '@xingtan/contract/office/delegation'
import { listDelegableRoles, refuseDelegation } from '@xingtan/domain/staff'
import type { Context } from '../../platform/context.ts'
import { getOfficer } from '../case/index.ts'
import { listColleagues, listDelegationRows } from './sql-delegation.ts'
import { toDelegationView } from './views.ts'

const MINUTE_MS = 60_000

/** Own delegations, given and received (all of the agency for users officers), and whom one may delegate to. */
export async function listDelegations(ctx: Context): Promise<OutputOf<typeof listDelegationsEndpoint>> {
  const officer = getOfficer(ctx)
  return ctx.read(async (tx) => {
    const rows = await listDelegationRows(tx, officer.roles.includes('users') ? null : officer.userId)
    const colleagues = await listColleagues(tx, null)
    const ownRoles = colleagues.find(({ id }) => id === officer.userId)?.roles ?? []
    const delegableRoles = listDelegableRoles(ownRoles)
    const { personId, agencyCode, pointId } = officer
    const endsAt = new Date(tx.now.getTime() + MINUTE_MS)
    const from = { personId, agencyCode, pointId, ownRoles }
    const wish = { now: tx.now, startsAt: tx.now, endsAt, roles: delegableRoles, from }
    return {
      rows: rows.map((row) => toDelegationView(row, officer)),
      delegableRoles,
      colleagues: colleagues
        .filter((to) => refuseDelegation({ ...wish, to }).length === 0)
        .map(({ id, name, roles }) => ({ userId: id, name, roles })),
    }
  })
}
