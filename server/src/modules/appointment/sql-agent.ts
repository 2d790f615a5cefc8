import { z } from 'zod'
import { DocumentType } from '@xingtan/contract/document'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

export interface NewAgent {
  readonly id: string
  readonly applicationId: string
  readonly agencyCode: string
  readonly name: string
  readonly documentType: DocumentType
  readonly numberSealed: Buffer
  readonly recordedBy: string
}

export async function insertAgent(tx: Tx, row: NewAgent): Promise<void> {
  await tx.run(sql`
    insert into case_agents (id, application_id, agency_code, name, document_type, number_sealed, letter_seen, recorded_by,
      recorded_at)
    values (${row.id}, ${row.applicationId}, ${row.agencyCode}, ${row.name}, ${row.documentType}, ${row.numberSealed}, true,
      ${row.recordedBy}, ${tx.now})`)
}

const Agent = z.object({
  name: z.string(),
  documentType: DocumentType,
  numberSealed: z.instanceof(Buffer),
  recordedBy: z.string(),
  recordedAt: z.date(),
})

/** The agent recorded last for a case. */
export async function findAgent(tx: Tx, applicationId: string): Promise<z.infer<typeof Agent> | undefined> {
  return tx.find(
    Agent,
    sql`select g.name, g.document_type, g.number_sealed, p.name as recorded_by, g.recorded_at
        from case_agents g join staff_users u on u.id = g.recorded_by join staff_people p on p.id = u.person_id
        where g.application_id = ${applicationId} order by g.recorded_at desc, g.id limit 1`,
  )
}
