import { z } from 'zod'
import { DocumentType } from '@xingtan/contract/document'
import { QualificationType } from '@xingtan/contract/qualification'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

const StoredDocument = z.object({
  id: z.string(),
  state: z.enum(['waiting', 'ready', 'failed']),
  fileId: z.string().nullable(),
})
export type StoredDocument = z.infer<typeof StoredDocument>

/** Writes a receipt that is still to be made, or finds the one of this version; answers its id. */
export async function insertReceipt(
  tx: Tx,
  receipt: { readonly id: string; readonly applicationId: string; readonly caseVersion: number },
): Promise<void> {
  await tx.run(sql`
    insert into documents (id, kind, application_id, case_version, state, requested_at)
    values (${receipt.id}, 'acceptance-receipt', ${receipt.applicationId}, ${receipt.caseVersion}, 'waiting', ${tx.now})
    on conflict do nothing`)
}

/** The receipt of the present acceptance, if one was asked for. */
export async function findReceiptSince(
  tx: Tx,
  applicationId: string,
  acceptedAt: Date,
): Promise<StoredDocument | undefined> {
  return tx.find(
    StoredDocument,
    sql`select id, state, file_id from documents
        where application_id = ${applicationId} and kind = 'acceptance-receipt' and requested_at >= ${acceptedAt}
        order by requested_at desc, id limit 1`,
  )
}

/** A receipt in scope. */
export async function findDocument(tx: Tx, id: string): Promise<StoredDocument | undefined> {
  return tx.find(
    StoredDocument,
    sql`select id, state, file_id from documents where id = ${id} and kind = 'acceptance-receipt'`,
  )
}

const ReceiptFacts = z.object({
  id: z.string(),
  applicationId: z.string(),
  state: z.enum(['waiting', 'ready', 'failed']),
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
export async function findReceiptFacts(tx: Tx, documentId: string): Promise<ReceiptFacts | undefined> {
  return tx.find(
    ReceiptFacts,
    sql`select d.id, d.application_id, d.state, a.registration_number, a.name, a.number_sealed,
          a.snapshot -> 'person' ->> 'documentType' as document_type, a.qualification_type, a.subject_name, a.agency_code,
          g.name as agency_name, pt.name as point_name, pt.address as point_address, c.decided_at,
          p.name as decided_by_name, c.judgements, c.medical_conclusion, c.examined_on, c.hospital, a.due_on
        from documents d join applications a on a.id = d.application_id join agencies g on g.code = a.agency_code
        join points pt on pt.id = a.point_id
        join lateral (select * from confirmations where application_id = a.id and result = 'accepted'
                      order by decided_at desc, id limit 1) c on true
        join staff_users u on u.id = c.decided_by join staff_people p on p.id = u.person_id
        where d.id = ${documentId} and a.confirmation = 'accepted'`,
  )
}

export async function markDocumentReady(tx: Tx, id: string, fileId: string): Promise<void> {
  await tx.run(sql`update documents set state = 'ready', file_id = ${fileId} where id = ${id} and state <> 'ready'`)
}

export async function markDocumentFailed(tx: Tx, id: string): Promise<void> {
  await tx.run(sql`update documents set state = 'failed' where id = ${id} and state = 'waiting'`)
}
