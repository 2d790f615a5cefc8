import type { InputOf } from '@xingtan/contract/endpoint'
import type { renameAgencyEndpoint } from '@xingtan/contract/office/agency'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { getAgencyToChange, officerOf } from './register.ts'
import { hasSisterNamed, renameInRegister } from './sql-register.ts'

/** A new name from today; certificates keep the one they were issued under (ADM-2). */
export async function renameAgency(ctx: Context, input: InputOf<typeof renameAgencyEndpoint>): Promise<{ done: true }> {
  const officer = officerOf(ctx)
  return ctx.command(async (tx) => {
    const { code, parentCode } = await getAgencyToChange(tx, officer, input.agencyCode)
    const { name, orderNumber } = input
    if (await hasSisterNamed(tx, parentCode, name))
      throw problem('agency.name-taken', { field: 'name', values: { name } })
    await renameInRegister(tx, { code, name, orderNumber })
    tx.concerns('agency', code, { name, orderNumber })
    return { done: true }
  })
}
