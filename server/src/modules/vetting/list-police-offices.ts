import type { OutputOf } from '@xingtan/contract/endpoint'
import type { listPoliceOfficesEndpoint } from '@xingtan/contract/office/vetting'
import type { Context } from '../../platform/context.ts'
import { getOfficer } from '../case/index.ts'
import { listPoliceOffices as listRows } from './sql-office.ts'

/** Police offices the agency asks for 无犯罪记录核查. */
export async function listPoliceOffices(ctx: Context): Promise<OutputOf<typeof listPoliceOfficesEndpoint>> {
  getOfficer(ctx)
  const rows = await ctx.read((tx) => listRows(tx))
  return { offices: rows.map(({ id, ...office }) => ({ policeOfficeId: id, ...office })) }
}
