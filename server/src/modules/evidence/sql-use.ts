import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

export type UsePurpose = 'exam-proof' | 'putonghua' | 'enrolment' | 'education' | 'degree' | 'diploma'

export interface EvidenceUse {
  readonly evidenceId: string
  readonly purpose: UsePurpose
  /** Set for what may be used once; the unique index refuses a second live use under any race. */
  readonly exclusiveKey: string | null
}

/** Ties records to an application. */
export async function insertEvidenceUses(tx: Tx, applicationId: string, uses: readonly EvidenceUse[]): Promise<void> {
  await tx.run(sql`
    insert into evidence_uses (application_id, evidence_id, purpose, exclusive_key, state)
    select ${applicationId}, n."evidenceId", n.purpose, n."exclusiveKey", 'reserved'
    from jsonb_to_recordset(${JSON.stringify(uses)}::jsonb) as n("evidenceId" uuid, purpose text, "exclusiveKey" text)
    on conflict (application_id, evidence_id, purpose) do update set state = 'reserved', exclusive_key = excluded.exclusive_key`)
}

/** Lets go of everything an application holds, for good (`released`) or because it used it up (`consumed`). */
export async function closeEvidenceUses(tx: Tx, applicationId: string, state: 'released' | 'consumed'): Promise<void> {
  await tx.run(sql`
    update evidence_uses set state = ${state} where application_id = ${applicationId} and state = 'reserved'`)
}

/** Forgets what an application held before it is handed in again with other records. */
export async function deleteEvidenceUses(tx: Tx, applicationId: string): Promise<void> {
  await tx.run(sql`delete from evidence_uses where application_id = ${applicationId}`)
}
