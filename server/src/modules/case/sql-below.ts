import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

const CaseBelow = z.object({ agencyCode: z.string(), stage: z.string(), dueOn: z.string().nullable() })

/** Whose case this is, when it belongs to an agency under the officer's own; the row itself stays out of reach. */
export async function findCaseBelow(tx: Tx, id: string): Promise<z.infer<typeof CaseBelow> | undefined> {
  return tx.find(CaseBelow, sql`select agency_code, stage, due_on from case_below(${id})`)
}
