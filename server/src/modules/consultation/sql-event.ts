import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

export interface NewConsultationEvent {
  readonly consultationId: string
  readonly kind: 'submitted' | 'evidence-added' | 'assigned' | 'transferred' | 'answered' | 'referred' | 'rated'
  readonly officerId?: string
  readonly agencyCode?: string
  readonly toAgencyCode?: string
  readonly textSealed?: Buffer
  readonly note?: string
  readonly referenceKind?: 'restriction' | 'inspection'
  readonly reference?: string
}

export async function appendConsultationEvent(tx: Tx, event: NewConsultationEvent): Promise<void> {
  await tx.run(sql`
    insert into consultation_events (id, consultation_id, kind, at, officer_id, agency_code, to_agency_code, text_sealed, note,
      reference_kind, reference)
    values (${randomUUID()}, ${event.consultationId}, ${event.kind}, ${tx.now}, ${event.officerId ?? null},
      ${event.agencyCode ?? null}, ${event.toAgencyCode ?? null}, ${event.textSealed ?? null}, ${event.note ?? null},
      ${event.referenceKind ?? null}, ${event.reference ?? null})`)
}

const Step = z.object({
  kind: z.enum(['submitted', 'evidence-added', 'assigned', 'transferred', 'answered', 'escalated', 'rated']),
  at: z.date(),
  agencyName: z.string().nullable(),
  toAgencyName: z.string().nullable(),
  textSealed: z.instanceof(Buffer).nullable(),
})

/** What the person may know of the way of an item; referrals stay inside. */
export async function listSteps(tx: Tx, consultationId: string): Promise<z.infer<typeof Step>[]> {
  return tx.list(
    Step,
    sql`select e.kind, e.at, f.name as agency_name, t.name as to_agency_name, e.text_sealed
        from consultation_events e left join agencies f on f.code = e.agency_code left join agencies t on t.code = e.to_agency_code
        where e.consultation_id = ${consultationId} and e.kind <> 'referred' order by e.at, e.id`,
  )
}

const History = z.object({
  eventId: z.string(),
  kind: z.string(),
  at: z.date(),
  officerName: z.string().nullable(),
  agencyName: z.string().nullable(),
  toAgencyName: z.string().nullable(),
  textSealed: z.instanceof(Buffer).nullable(),
  note: z.string().nullable(),
  referenceKind: z.enum(['restriction', 'inspection']).nullable(),
  reference: z.string().nullable(),
})

/** The whole way of an item, for the offices. */
export async function listConsultationHistory(tx: Tx, consultationId: string): Promise<z.infer<typeof History>[]> {
  return tx.list(
    History,
    sql`select e.id as event_id, e.kind, e.at, consultation_officer_name(e.officer_id) as officer_name, f.name as agency_name,
          t.name as to_agency_name, e.text_sealed, e.note, e.reference_kind, e.reference
        from consultation_events e left join agencies f on f.code = e.agency_code left join agencies t on t.code = e.to_agency_code
        where e.consultation_id = ${consultationId} order by e.at, e.id`,
  )
}

/** How often the item was passed on so far. */
export async function countTransfers(tx: Tx, consultationId: string): Promise<number> {
  const { count } = await tx.get(
    z.object({ count: z.number() }),
    sql`select count(*)::int as count from consultation_events where consultation_id = ${consultationId} and kind = 'transferred'`,
  )
  return count
}
