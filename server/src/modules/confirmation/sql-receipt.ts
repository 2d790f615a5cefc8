import { z } from 'zod'
import { DocumentType } from '@xingtan/contract/document'
import { QualificationType } from '@xingtan/contract/qualification'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

const ReceiptFacts = z.object({
  registrationNumber: z.string(),
  name: z.string(),
  numberSealed: z.instanceof(Buffer),
  documentType: DocumentType,
  qualificationType: QualificationType,
  subjectName: z.string(),
  agencyCode: z.string(),
  agencyName: z.string(),
  pointName: z.string(),
  pointAddress: z.string(),
  decidedAt: z.date(),
  decidedByName: z.string(),
  judgements: z.array(z.object({ code: z.string(), accepted: z.boolean(), note: z.string().nullable() })),
  medicalConclusion: z.enum(['qualified', 'unqualified']).nullable(),
  examinedOn: z.string().nullable(),
  hospital: z.string().nullable(),
  dueOn: z.string().nullable(),
})
export type ReceiptFacts = z.infer<typeof ReceiptFacts>

/** Everything that stands on a receipt, or undefined when the case is no longer accepted. */
export async function findReceiptFacts(tx: Tx, applicationId: string): Promise<ReceiptFacts | undefined> {
  return tx.find(
    ReceiptFacts,
    sql`select a.registration_number, a.name, a.number_sealed,
          a.snapshot -> 'person' ->> 'documentType' as document_type, a.qualification_type, a.subject_name, a.agency_code,
          g.name as agency_name, pt.name as point_name, pt.address as point_address, c.decided_at,
          p.name as decided_by_name, c.judgements, c.medical_conclusion, c.examined_on, c.hospital, a.due_on
        from applications a join agencies g on g.code = a.agency_code
        join points pt on pt.id = a.point_id
        join lateral (select * from confirmations where application_id = a.id and result = 'accepted'
                      order by decided_at desc, id limit 1) c on true
        join staff_users u on u.id = c.decided_by join staff_people p on p.id = u.person_id
        where a.id = ${applicationId} and a.confirmation = 'accepted'`,
  )
}
