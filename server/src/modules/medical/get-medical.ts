import type { OutputOf } from '@xingtan/contract/endpoint'
import type { getMedicalEndpoint } from '@xingtan/contract/office/medical'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { getOfficer, listCases } from '../case/index.ts'
import { loadMedicalRule } from './rule.ts'
import { listMedicalRecords } from './sql.ts'

/** Hospitals and forms of the agency, and the newest conclusion of one case; reading that is an event (S-144). */
export async function getMedical(
  ctx: Context,
  { applicationId }: { readonly applicationId?: string | undefined },
): Promise<OutputOf<typeof getMedicalEndpoint>> {
  const officer = getOfficer(ctx)
  return ctx.write(async (tx) => {
    const { places, limits } = await loadMedicalRule(tx, officer.agencyCode)
    const { hospitals, formVersions } = places
    const answer = { hospitals: [...hospitals], formVersions: [...formVersions], validityDays: limits.validityDays }
    if (applicationId === undefined) return { ...answer, record: null }
    if ((await listCases(tx, [applicationId])).length === 0) throw problem('request.not-found')
    tx.concerns('application', applicationId, { part: 'medical' }, 'read')
    const [record] = await listMedicalRecords(tx, [applicationId])
    if (record === undefined) return { ...answer, record: null }
    const { conclusion, examinedOn, hospital, formVersion } = record
    return { ...answer, record: { conclusion, examinedOn, hospital, formVersion } }
  })
}
