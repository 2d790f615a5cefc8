import { NATION_AGENCY, NATION_REGION } from '@xingtan/contract/agency-reference'
import type { Tx } from '../../platform/db.ts'
import { getAgency, listRegionPath } from './sql.ts'

/** Regions whose announcements and questions are meant for a place: itself and all above it, the nation included. */
export async function listMeantRegions(tx: Tx, regionCode: string): Promise<string[]> {
  const path = await listRegionPath(tx, regionCode)
  return [NATION_REGION, ...path.map(({ code }) => code)]
}

/** Whether an agency may speak to a region: its own and those below; the nation's office speaks to all. */
export async function isRegionOf(tx: Tx, agencyCode: string, regionCode: string): Promise<boolean> {
  if (regionCode === NATION_REGION) return agencyCode === NATION_AGENCY
  const path = await listRegionPath(tx, regionCode)
  if (agencyCode === NATION_AGENCY) return path.length > 0
  const { regionCode: own } = await getAgency(tx, agencyCode)
  return path.some(({ code }) => code === own)
}
