import { z } from 'zod'
import { QualificationType } from '@xingtan/contract/qualification'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

const OwnCertificateRow = z.object({
  id: z.string(),
  number: z.string(),
  qualificationType: QualificationType,
  subjectName: z.string(),
  issuedOn: z.string(),
  agencyName: z.string(),
  state: z.enum(['valid', 'suspended', 'void']),
})

/** Certificates of the person, newest first; read here, written by the module that issues them (PRO-6). */
export async function listOwnCertificates(tx: Tx, accountId: string): Promise<z.infer<typeof OwnCertificateRow>[]> {
  return tx.list(
    OwnCertificateRow,
    sql`select id, number, qualification_type, subject_name, issued_on, agency_name, state from certificates
        where account_id = ${accountId} order by issued_on desc, id`,
  )
}
