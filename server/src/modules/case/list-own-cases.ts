import type { Tx } from '../../platform/db.ts'
import { type CaseRecord, listCases } from './sql.ts'

/** The cases of one's own agency among these: a case that another office only offers may be read, not decided. */
export async function listOwnCases(tx: Tx, agencyCode: string, ids: readonly string[]): Promise<CaseRecord[]> {
  return (await listCases(tx, ids)).filter((record) => record.agencyCode === agencyCode)
}
