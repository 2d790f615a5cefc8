import type { OutputOf } from '@xingtan/contract/endpoint'
import type { listPoliciesEndpoint } from '@xingtan/contract/office/policy'
import { POLICIES, isPolicyKey } from '@xingtan/contract/policy'
import { isUnproven } from '@xingtan/domain/policy-change'
import type { Context } from '../../platform/context.ts'
import { signedInOfficer } from '../../platform/signed-in-officer.ts'
import { listOpenSubjects } from '../proposal/index.ts'
import { getPlace, scopesOf } from './place.ts'
import { listRowsInForce } from './sql-edit.ts'

/** Every key with the rule that holds today in a place, and the level it comes from (ADM-3). */
export async function listAllPolicies(
  ctx: Context,
  input: { readonly place?: string | undefined },
): Promise<OutputOf<typeof listPoliciesEndpoint>> {
  const officer = signedInOfficer(ctx)
  return ctx.read(async (tx) => {
    const place = await getPlace(tx, officer, input.place)
    const scopes = scopesOf(place)
    const inForce = await listRowsInForce(tx, scopes, tx.today)
    const open = new Set(await listOpenSubjects(tx, scopes))
    const rows = Object.keys(POLICIES)
      .filter(isPolicyKey)
      .flatMap((key) => {
        const own = inForce.filter((row) => row.key === key)
        const [winner] = own.toSorted((one, other) => scopes.indexOf(one.scope) - scopes.indexOf(other.scope))
        if (winner === undefined) return []
        const { source, effectiveFrom } = winner
        const scopeTitle = place.path.find(({ scope }) => scope === winner.scope)?.title ?? winner.scope
        const hasOpenProposal = open.has(`policy:${key}`)
        const isOpen = { isUnproven: isUnproven(source), hasOpenProposal }
        return [{ key, title: POLICIES[key].title, scopeTitle, levels: own.length, effectiveFrom, source, ...isOpen }]
      })
    return { place, rows }
  })
}
