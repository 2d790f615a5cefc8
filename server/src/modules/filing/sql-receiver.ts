import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

const Receiver = z.object({ code: z.string(), name: z.string() })

/** Who receives the filings of an agency: the province those of its cities and counties, the nation those of provinces. */
export async function findReceiver(tx: Tx, agencyCode: string): Promise<z.infer<typeof Receiver>> {
  return tx.get(Receiver, sql`select code, name from agencies where code = staff_filing_agency(${agencyCode})`)
}
