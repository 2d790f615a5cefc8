import type { Tx } from '../../platform/db.ts'
import { listNamesOf } from '../agency/index.ts'
import type { CaseRecord } from '../case/index.ts'

export interface CaseAtOffice {
  /** The case with the office that acts now where words name it. */
  readonly row: CaseRecord
  /** The office it was handed in to, when another one acts now; a new name of the same office is no other one. */
  readonly formerAgencyName: string | null
}

/** Who acts now: after a reorganisation or a move it is another office than the one chosen (现承办机构; ADM-2, DEC-4). */
export async function atCurrentOffice(tx: Tx, rows: readonly CaseRecord[]): Promise<CaseAtOffice[]> {
  const agencies = await listNamesOf(
    tx,
    rows.map(({ agencyCode }) => agencyCode),
  )
  return rows.map((row) => {
    const chosen = row.snapshot.agencyName
    const now = agencies.get(row.agencyCode)
    if (now === undefined || now.name === chosen || now.names.includes(chosen)) return { row, formerAgencyName: null }
    return { row: { ...row, snapshot: { ...row.snapshot, agencyName: now.name } }, formerAgencyName: chosen }
  })
}
