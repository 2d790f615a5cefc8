import type { InputOf, OutputOf } from '@xingtan/contract/endpoint'
import type { listMoveTargetsEndpoint } from '@xingtan/contract/office/case-exception'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { findRecognisingAgency, listRegionsBelow } from '../agency/index.ts'
import { getOfficer, listOwnCases } from '../case/index.ts'

/** Where a case can be moved to: the agencies that recognise its type, region by region (教师资格条例 art. 13). */
export async function listMoveTargets(
  ctx: Context,
  input: InputOf<typeof listMoveTargetsEndpoint>,
): Promise<OutputOf<typeof listMoveTargetsEndpoint>> {
  const officer = getOfficer(ctx)
  return ctx.read(async (tx) => {
    const [record] = await listOwnCases(tx, officer.agencyCode, [input.applicationId])
    if (record === undefined) throw problem('request.not-found')
    const regions = await listRegionsBelow(tx, input.parent ?? null)
    const found = []
    for (const { code, name, level } of regions) {
      // A province is only on the way to the region of the person's basis.
      const agency = level === 'province' ? undefined : await findRecognisingAgency(tx, code, record.qualificationType)
      found.push({ code, name, level, agency: agency === undefined ? null : { code: agency.code, name: agency.name } })
    }
    return { regions: found }
  })
}
