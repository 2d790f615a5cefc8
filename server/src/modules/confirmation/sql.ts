import { z } from 'zod'
import { CheckResult } from '@xingtan/contract/office/case'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

const Judgement = z.object({
  code: z.string(),
  accepted: z.boolean(),
  note: z.string().nullable(),
  machine: CheckResult.optional(),
})
const Reason = z.object({ code: z.string(), note: z.string().nullable() })

const Confirmation = z.object({
  id: z.string(),
  applicationId: z.string(),
  result: z.enum(['accepted', 'refused']),
  judgements: z.array(Judgement),
  reasons: z.array(Reason),
  medicalConclusion: z.enum(['qualified', 'unqualified']).nullable(),
  examinedOn: z.string().nullable(),
  hospital: z.string().nullable(),
  decidedByName: z.string(),
  decidedAt: z.date(),
})
export type Confirmation = z.infer<typeof Confirmation>

/** What the desk said last of each of these cases. */
export async function listLastConfirmations(tx: Tx, applicationIds: readonly string[]): Promise<Confirmation[]> {
  return tx.list(
    Confirmation,
    sql`select distinct on (c.application_id) c.id, c.application_id, c.result, c.judgements, c.reasons, c.medical_conclusion,
          c.examined_on, c.hospital, p.name as decided_by_name, c.decided_at
        from confirmations c join staff_users u on u.id = c.decided_by join staff_people p on p.id = u.person_id
        where c.application_id = any(${[...applicationIds]}) order by c.application_id, c.decided_at desc, c.id`,
  )
}

export interface NewConfirmation {
  readonly id: string
  readonly applicationId: string
  readonly agencyCode: string
  readonly pointId: string
  readonly result: 'accepted' | 'refused'
  readonly judgements: readonly object[]
  readonly reasons: readonly object[]
  readonly medical: { readonly conclusion: string; readonly examinedOn: string; readonly hospital: string } | null
  readonly decidedBy: string
}

export async function insertConfirmation(tx: Tx, row: NewConfirmation): Promise<void> {
  await tx.run(sql`
    insert into confirmations (id, application_id, agency_code, point_id, result, judgements, reasons, medical_conclusion,
      examined_on, hospital, decided_by, decided_at)
    values (${row.id}, ${row.applicationId}, ${row.agencyCode}, ${row.pointId}, ${row.result},
      ${JSON.stringify(row.judgements)}::jsonb, ${JSON.stringify(row.reasons)}::jsonb, ${row.medical?.conclusion ?? null},
      ${row.medical?.examinedOn ?? null}, ${row.medical?.hospital ?? null}, ${row.decidedBy}, ${tx.now})`)
}

export interface AcceptedFacts {
  readonly id: string
  readonly photoHash: string
  readonly dueOn: string
  readonly dueProvisional: boolean
  readonly crimeCleared: boolean
  readonly offenceCleared: boolean
  readonly vettingHit: boolean
}

/** 网报待确认 → 待认定审批: the photo is frozen by its hash (S-079) and the clock of the conclusion starts. */
export async function markConfirmed(tx: Tx, facts: AcceptedFacts): Promise<void> {
  await tx.run(sql`
    update applications set confirmation = 'accepted', confirmed_at = ${tx.now}, photo_hash = ${facts.photoHash},
      due_on = ${facts.dueOn}, due_provisional = ${facts.dueProvisional}, crime_cleared = ${facts.crimeCleared},
      offence_cleared = ${facts.offenceCleared}, vetting_hit = ${facts.vettingHit}, version = version + 1
    where id = ${facts.id}`)
}

export async function markConfirmationRefused(tx: Tx, id: string): Promise<void> {
  await tx.run(sql`
    update applications set confirmation = 'refused', confirmed_at = ${tx.now}, version = version + 1 where id = ${id}`)
}
