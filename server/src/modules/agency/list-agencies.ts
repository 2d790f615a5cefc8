import type { InputOf, OutputOf } from '@xingtan/contract/endpoint'
import type { listAgenciesEndpoint } from '@xingtan/contract/office/agency'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { officerOf } from './register.ts'
import { type ListedAgency, listAgenciesBelow, listAgencyPath, searchAgencies } from './sql-register.ts'

const MOST_FOUND = 100

function toRow({ successorCode, successorName, ...row }: ListedAgency) {
  const successor =
    successorCode === null || successorName === null ? null : { code: successorCode, name: successorName }
  return { ...row, successor }
}

/** The tree one step at a time, from the officer's own agency down; or what a name or code finds in it (ADM-1). */
export async function listAgencies(
  ctx: Context,
  input: InputOf<typeof listAgenciesEndpoint>,
): Promise<OutputOf<typeof listAgenciesEndpoint>> {
  const { agencyCode: topCode } = officerOf(ctx)
  return ctx.read(async (tx) => {
    const parent = input.parent ?? topCode
    const path = await listAgencyPath(tx, parent, topCode)
    if (path.length === 0) throw problem('request.not-found')
    const { text } = input
    const rows =
      text === undefined || text === ''
        ? await listAgenciesBelow(tx, parent)
        : await searchAgencies(tx, { topCode, text, limit: MOST_FOUND })
    return { path, rows: rows.map(toRow) }
  })
}
