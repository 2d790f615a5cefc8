import type { OutputOf } from '@xingtan/contract/endpoint'
import type { getAgencyRecordEndpoint } from '@xingtan/contract/office/agency'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { getAgencyInTree, officerOf } from './register.ts'
import { findAgency, listRegionPath } from './sql.ts'
import { listNames, listPowers, listPredecessors } from './sql-register.ts'

async function findPlace(tx: Tx, code: string | null) {
  const agency = code === null ? undefined : await findAgency(tx, code)
  return agency === undefined ? null : { code: agency.code, name: agency.name }
}

/** What the register says of an agency: powers with their days, names, and who came before and after it (ADM-2). */
export async function getAgencyRecord(
  ctx: Context,
  input: { readonly agencyCode: string },
): Promise<OutputOf<typeof getAgencyRecordEndpoint>> {
  const officer = officerOf(ctx)
  return ctx.read(async (tx) => {
    const agency = await getAgencyInTree(tx, officer, input.agencyCode)
    const regions = await listRegionPath(tx, agency.regionCode)
    const { code, name, level } = agency
    return {
      code,
      name,
      level,
      regionName: regions.map((region) => region.name).join(' '),
      parent: await findPlace(tx, agency.parentCode),
      successor: await findPlace(tx, agency.successorCode),
      predecessors: await listPredecessors(tx, code),
      powers: await listPowers(tx, code),
      names: await listNames(tx, code),
      mayChange: code !== officer.agencyCode && agency.status === 'active',
    }
  })
}
