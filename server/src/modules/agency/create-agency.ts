import type { InputOf } from '@xingtan/contract/endpoint'
import type { createAgencyEndpoint } from '@xingtan/contract/office/agency'
import { nextAgencyCode } from '@xingtan/domain/agency-power'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { problem } from '../../platform/problem.ts'
import { getAgencyInTree, officerOf } from './register.ts'
import { type Agency, listRegionPath } from './sql.ts'
import { hasSisterNamed, insertAgency, lockGivenCodes } from './sql-register.ts'

const LEVEL_BELOW = { nation: 'province', province: 'city', city: 'county' } as const

/** The level a new agency has: that of its region, but always below the agency above it. */
async function placeOf(tx: Tx, parent: Agency, regionCode: string) {
  if (parent.level === 'county') throw problem('agency.level-lowest', { field: 'parentCode' })
  if (parent.status === 'succeeded') throw problem('agency.ended', { values: { name: parent.name } })
  const path = await listRegionPath(tx, regionCode)
  const region = path.at(-1)
  const isInside = parent.level === 'nation' || path.some(({ code }) => code === parent.regionCode)
  if (region === undefined || !isInside) throw problem('agency.region-outside', { field: 'regionCode' })
  if (region.code === parent.regionCode) return LEVEL_BELOW[parent.level]
  return region.level
}

/** A new agency in the officer's tree; its code was never given before inside the province (ADM-2, domain §11.1). */
export async function createAgency(
  ctx: Context,
  input: InputOf<typeof createAgencyEndpoint>,
): Promise<{ agencyCode: string }> {
  const officer = officerOf(ctx)
  const { name, regionCode, parentCode, orderNumber } = input
  return ctx.command(async (tx) => {
    const parent = await getAgencyInTree(tx, officer, parentCode)
    const level = await placeOf(tx, parent, regionCode)
    if (await hasSisterNamed(tx, parentCode, name))
      throw problem('agency.name-taken', { field: 'name', values: { name } })
    const province = regionCode.slice(0, 2)
    const code = nextAgencyCode(province, await lockGivenCodes(tx, province))
    if (code === undefined) throw problem('agency.codes-used-up')
    await insertAgency(tx, { code, name, level, regionCode, parentCode, orderNumber })
    tx.concerns('agency', code, { parentCode, regionCode, orderNumber })
    return { agencyCode: code }
  })
}
