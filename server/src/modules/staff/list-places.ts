import type { OutputOf } from '@xingtan/contract/endpoint'
import type { listStaffPlacesEndpoint } from '@xingtan/contract/office/staff'
import type { Context } from '../../platform/context.ts'
import { listAdministered, listPointsOf } from './sql-person.ts'

/** Agencies one administers people of, and the points of one of them. */
export async function listPlaces(
  ctx: Context,
  input: { readonly agencyCode?: string | undefined },
): Promise<OutputOf<typeof listStaffPlacesEndpoint>> {
  return ctx.read(async (tx) => {
    const points = input.agencyCode === undefined ? [] : await listPointsOf(tx, input.agencyCode)
    return { agencies: await listAdministered(tx), points: points.map(({ id, name }) => ({ pointId: id, name })) }
  })
}
