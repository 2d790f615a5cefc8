import { z } from 'zod'
import { CorrectionField, ServiceKind, ServiceState } from '@xingtan/contract/service'
import { DocumentType } from '@xingtan/contract/document'
import { SeenDocument } from '@xingtan/contract/office/service'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

const Bytes = z.instanceof(Buffer)

const ServiceRequest = z.object({
  id: z.string(),
  number: z.string(),
  kind: ServiceKind,
  accountId: z.string(),
  agencyCode: z.string(),
  state: ServiceState,
  openedAt: z.date(),
  newPhoneSealed: Bytes.nullable(),
  newPhoneIndex: Bytes.nullable(),
  documentSeen: SeenDocument.nullable(),
  effectiveAt: z.date().nullable(),
  field: CorrectionField.nullable(),
  wishSealed: Bytes.nullable(),
  answer: z.string().nullable(),
  closedAt: z.date().nullable(),
})
export type ServiceRequest = z.infer<typeof ServiceRequest>

const columns = sql`id, number, kind, account_id, agency_code, state, opened_at, new_phone_sealed, new_phone_index,
  document_seen, effective_at, field, wish_sealed, answer, closed_at from service_requests`

/** The request that is in scope, under its lock. */
export async function lockRequest(tx: Tx, id: string): Promise<ServiceRequest | undefined> {
  return tx.find(ServiceRequest, sql`select ${columns} where id = ${id} for update`)
}

export async function findRequest(tx: Tx, id: string): Promise<ServiceRequest | undefined> {
  return tx.find(ServiceRequest, sql`select ${columns} where id = ${id}`)
}

const OwnRow = ServiceRequest.extend({ agencyName: z.string() })

/** A person's own requests, newest first. */
export async function listOwn(tx: Tx, accountId: string): Promise<z.infer<typeof OwnRow>[]> {
  return tx.list(
    OwnRow,
    sql`select r.id, r.number, r.kind, r.account_id, r.agency_code, r.state, r.opened_at, r.new_phone_sealed,
          r.new_phone_index, r.document_seen, r.effective_at, r.field, r.wish_sealed, r.answer, r.closed_at,
          a.name as agency_name
        from service_requests r join agencies a on a.code = r.agency_code
        where r.account_id = ${accountId} order by r.opened_at desc, r.id limit 50`,
  )
}

export interface NewRecovery {
  readonly id: string
  readonly number: string
  readonly accountId: string
  readonly agencyCode: string
  readonly openedBy: string
  readonly newPhoneSealed: Buffer
  readonly newPhoneIndex: Buffer
  readonly documentSeen: SeenDocument
  readonly effectiveAt: Date
  readonly objectionHash: Buffer
}

export async function insertRecovery(tx: Tx, row: NewRecovery): Promise<void> {
  await tx.run(sql`
    insert into service_requests (id, number, kind, account_id, agency_code, state, opened_by, opened_at, new_phone_sealed,
      new_phone_index, document_seen, effective_at, objection_hash)
    values (${row.id}, ${row.number}, 'phone-recovery', ${row.accountId}, ${row.agencyCode}, 'waiting', ${row.openedBy},
      ${tx.now}, ${row.newPhoneSealed}, ${row.newPhoneIndex}, ${row.documentSeen}, ${row.effectiveAt}, ${row.objectionHash})`)
}

export interface NewCorrection {
  readonly id: string
  readonly number: string
  readonly accountId: string
  readonly agencyCode: string
  readonly field: CorrectionField
  readonly wishSealed: Buffer
}

export async function insertCorrection(tx: Tx, row: NewCorrection): Promise<void> {
  await tx.run(sql`
    insert into service_requests (id, number, kind, account_id, agency_code, state, opened_at, field, wish_sealed)
    values (${row.id}, ${row.number}, 'data-correction', ${row.accountId}, ${row.agencyCode}, 'waiting', ${tx.now},
      ${row.field}, ${row.wishSealed})`)
}

export async function closeCorrection(
  tx: Tx,
  id: string,
  { outcome, answer, decidedBy }: { readonly outcome: string; readonly answer: string; readonly decidedBy: string },
): Promise<void> {
  await tx.run(sql`
    update service_requests set state = ${outcome}, answer = ${answer}, decided_by = ${decidedBy}, closed_at = ${tx.now}
    where id = ${id} and state = 'waiting'`)
}

/** The recovery is carried out; the new phone stands with the account from now on and nowhere else. */
export async function closeRecovery(tx: Tx, id: string): Promise<void> {
  await tx.run(sql`
    update service_requests set state = 'done', closed_at = ${tx.now}, new_phone_sealed = null, new_phone_index = null
    where id = ${id} and state = 'waiting'`)
}

/** Writes 民族 of the person behind a waiting request of one's own agency. */
export async function correctEthnicGroup(tx: Tx, requestId: string, code: string): Promise<void> {
  await tx.run(sql`select correct_ethnic_group(${requestId}, ${code})`)
}

/** Stops a recovery by the code of the old channel or as the person; the id when there was one to stop. */
export async function objectToRecovery(tx: Tx, number: string, codeHash: Buffer): Promise<string | undefined> {
  const { id } = await tx.get(
    z.object({ id: z.string().nullable() }),
    sql`select object_to_recovery(${number}, ${codeHash}) as id`,
  )
  return id ?? undefined
}

const DeskAccount = z.object({
  id: z.string(),
  documentType: DocumentType,
  name: z.string(),
  numberSealed: Bytes,
  phoneSealed: Bytes,
})

/** The account of the person who stands at the desk. */
export async function findAccountAtDesk(tx: Tx, personIndex: Buffer): Promise<z.infer<typeof DeskAccount> | undefined> {
  return tx.find(
    DeskAccount,
    sql`select id, document_type, name, number_sealed, phone_sealed from account_at_desk(${personIndex})`,
  )
}

const RequestAccount = z.object({
  name: z.string(),
  numberSealed: Bytes,
  phoneSealed: Bytes,
  ethnicGroup: z.string().nullable(),
})

/** The person behind a request of one's own agency. */
export async function findAccountOfRequest(
  tx: Tx,
  requestId: string,
): Promise<z.infer<typeof RequestAccount> | undefined> {
  return tx.find(
    RequestAccount,
    sql`select name, number_sealed, phone_sealed, ethnic_group from account_of_request(${requestId})`,
  )
}
