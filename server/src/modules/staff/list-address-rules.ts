import type { OutputOf } from '@xingtan/contract/endpoint'
import type { findAddressAgenciesEndpoint, listAddressRulesEndpoint } from '@xingtan/contract/office/door'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { loadPolicyBook } from '../policy/index.ts'
import { findAddressAgencies as findAgencies, findAgencyName, listAddressRules as listRules } from './sql-address.ts'

/** Agencies of this security officer, by part of the name. */
export async function findAddressAgencies(
  ctx: Context,
  input: { readonly text?: string | undefined },
): Promise<OutputOf<typeof findAddressAgenciesEndpoint>> {
  return ctx.read(async (tx) => ({ agencies: await findAgencies(tx, input.text ?? '') }))
}

/** The address list of one agency (S-037). */
export async function listAddressRules(
  ctx: Context,
  input: { readonly agencyCode: string },
): Promise<OutputOf<typeof listAddressRulesEndpoint>> {
  return ctx.read(async (tx) => {
    const agencyName = await findAgencyName(tx, input.agencyCode)
    if (agencyName === undefined) throw problem('request.not-found')
    const book = await loadPolicyBook(tx, input.agencyCode)
    const rules = await listRules(tx, input.agencyCode)
    return {
      agencyName,
      isRequired: book.resolve('office.address-required', tx.today).value,
      ownAddress: ctx.request.address,
      rules: rules.map(({ id, startsAt, endsAt, ...rule }) => ({
        ...rule,
        ruleId: id,
        startsAt: startsAt.toISOString(),
        endsAt: endsAt?.toISOString() ?? null,
      })),
    }
  })
}
