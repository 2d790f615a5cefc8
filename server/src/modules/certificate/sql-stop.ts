import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

const Stopped = z.object({ id: z.string() })

/** Stops every valid certificate of the person nationwide and opens the work of the agencies that issued them. */
export async function suspendAll(tx: Tx, personIndex: Buffer, restrictionId: string): Promise<string[]> {
  const rows = await tx.list(Stopped, sql`select s as id from suspend_certificates(${personIndex}, ${restrictionId}) s`)
  return rows.map(({ id }) => id)
}

/** Ends the certificate that a confirmed correction is about. */
export async function voidByCorrection(tx: Tx, correctionId: string): Promise<string[]> {
  const rows = await tx.list(Stopped, sql`select s as id from void_certificate(${correctionId}) s`)
  return rows.map(({ id }) => id)
}

const Found = z.object({ restrictionId: z.string().nullable() })

/** The entry that a look into the 限制库 found. */
export async function findRestrictionOfCheck(tx: Tx, checkId: string): Promise<string | null> {
  return (await tx.get(Found, sql`select restriction_id from restriction_checks where id = ${checkId}`)).restrictionId
}

const RevocationItem = z.object({
  id: z.string(),
  certificateId: z.string(),
  number: z.string(),
  name: z.string(),
  openedAt: z.date(),
})

/** What this agency has to open the revocation procedure for, oldest first. */
export async function listOpenRevocations(tx: Tx): Promise<z.infer<typeof RevocationItem>[]> {
  return tx.list(
    RevocationItem,
    sql`select i.id, i.certificate_id, c.number, c.name, i.opened_at
        from revocation_items i join certificates c on c.id = i.certificate_id
        where i.agency_code = app_agency_code() and i.closed_at is null order by i.opened_at, i.id limit 100`,
  )
}

const CertificateEvent = z.object({
  kind: z.enum(['suspended', 'restored', 'voided']),
  at: z.date(),
})

/** What happened to a certificate after its issue, oldest first. */
export async function listCertificateEvents(tx: Tx, id: string): Promise<z.infer<typeof CertificateEvent>[]> {
  return tx.list(
    CertificateEvent,
    sql`select kind, at from certificate_events where certificate_id = ${id} order by seq`,
  )
}

const Standing = z.object({
  applicationId: z.string(),
  accountId: z.string(),
  personIndex: z.instanceof(Buffer),
  state: z.enum(['valid', 'suspended', 'void']),
})
export type Standing = z.infer<typeof Standing>

/** How a certificate of one's own agency stands. */
export async function findStanding(tx: Tx, certificateId: string): Promise<Standing | undefined> {
  return tx.find(
    Standing,
    sql`select application_id, account_id, person_index, state from certificates where id = ${certificateId}`,
  )
}
