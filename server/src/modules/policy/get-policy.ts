import type { OutputOf } from '@xingtan/contract/endpoint'
import type { PolicyRule, getPolicyEndpoint } from '@xingtan/contract/office/policy'
import { POLICIES } from '@xingtan/contract/policy'
import { isInForce, isPinnedPolicy } from '@xingtan/domain/policy'
import { describePolicy } from '@xingtan/domain/policy-text'
import type { Context } from '../../platform/context.ts'
import { signedInOfficer } from '../../platform/signed-in-officer.ts'
import { listProposalsOn, nameScopes, toProposalRow } from '../proposal/index.ts'
import { getKey } from './get-key.ts'
import { getPlace, scopesOf } from './place.ts'
import { type EditedPolicy, listPolicyRows } from './sql-edit.ts'

function stateOn(row: EditedPolicy, today: string): PolicyRule['state'] {
  if (isInForce(row, today)) return 'in-force'
  return row.effectiveFrom > today ? 'coming' : 'over'
}

/** One key in a place: every rule of every level on the way, and the proposals about it. */
export async function getPolicy(
  ctx: Context,
  input: { readonly key: string; readonly place?: string | undefined },
): Promise<OutputOf<typeof getPolicyEndpoint>> {
  const officer = signedInOfficer(ctx)
  const key = getKey(input.key)
  return ctx.read(async (tx) => {
    const place = await getPlace(tx, officer, input.place)
    const scopes = scopesOf(place)
    const rows = await listPolicyRows(tx, key, scopes)
    const winner = scopes
      .flatMap((scope) => rows.filter((row) => row.scope === scope))
      .find((row) => isInForce(row, tx.today))
    const proposals = await listProposalsOn(tx, `policy:${key}`, scopes)
    const titles = await nameScopes(tx, scopes)
    return {
      key,
      title: POLICIES[key].title,
      isPinned: isPinnedPolicy(key),
      place,
      rules: rows.map((row) => ({
        ...row,
        scopeTitle: titles[row.scope] ?? row.scope,
        state: stateOn(row, tx.today),
        holdsHere: row === winner,
        facts: describePolicy(row.value).map(({ title, text }) => ({ term: title, value: text })),
      })),
      proposals: proposals.map((row) => toProposalRow(row, titles)),
    }
  })
}
