import type { NoticeLine } from '@xingtan/contract/notice'
import type { Tx } from '../../platform/db.ts'
import { listOfAgency } from './sql.ts'
import { toLine } from './to-line.ts'

/** What an agency has out now, the newest first, at most five. */
export async function listNoticesOf(tx: Tx, agencyCode: string): Promise<NoticeLine[]> {
  return (await listOfAgency(tx, agencyCode, null)).map(toLine)
}
