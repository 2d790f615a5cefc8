import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { MachineState, TrustGrade } from '@xingtan/contract/evidence'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

export type RecordKind = 'exam-proof' | 'putonghua' | 'enrolment' | 'education' | 'degree'

const EvidenceRow = z.object({
  id: z.string(),
  kind: z.enum(['exam-proof', 'putonghua', 'enrolment', 'education', 'degree']),
  key: z.string(),
  facts: z.unknown(),
  state: MachineState,
  trust: TrustGrade,
  differingFields: z.array(z.string()),
  checkedAt: z.date().nullable(),
  /** 报名号 of the live application that holds it. */
  heldBy: z.string().nullable(),
  holderId: z.string().nullable(),
})
export type EvidenceRow = z.infer<typeof EvidenceRow>

const columns = sql`e.id, e.kind, e.key, e.facts, e.state, e.trust, e.differing_fields, e.checked_at,
  (select a.registration_number from evidence_uses u join applications a on a.id = u.application_id
   where u.evidence_id = e.id and u.state <> 'released' limit 1) as held_by,
  (select u.application_id from evidence_uses u where u.evidence_id = e.id and u.state <> 'released' limit 1) as holder_id`

/** Every record of a person that is not removed, newest first. */
export async function listEvidence(tx: Tx, accountId: string): Promise<EvidenceRow[]> {
  return tx.list(
    EvidenceRow,
    sql`select ${columns} from evidence e where e.account_id = ${accountId} and e.removed_at is null
        order by e.created_at desc, e.id`,
  )
}

/** One record of the person, of that kind, not removed. */
export async function findEvidence(
  tx: Tx,
  asked: { readonly accountId: string; readonly kind: RecordKind; readonly id: string },
): Promise<EvidenceRow | undefined> {
  return tx.find(
    EvidenceRow,
    sql`select ${columns} from evidence e
        where e.id = ${asked.id} and e.account_id = ${asked.accountId} and e.kind = ${asked.kind} and e.removed_at is null`,
  )
}

/** The record under its number or other key, not removed. */
export async function findEvidenceByKey(
  tx: Tx,
  asked: { readonly accountId: string; readonly kind: RecordKind; readonly key: string },
): Promise<EvidenceRow | undefined> {
  return tx.find(
    EvidenceRow,
    sql`select ${columns} from evidence e
        where e.account_id = ${asked.accountId} and e.kind = ${asked.kind} and e.key = ${asked.key} and e.removed_at is null`,
  )
}

export interface NewEvidence {
  readonly accountId: string
  readonly kind: RecordKind
  readonly key: string
  readonly facts: object
  readonly state: MachineState
  readonly trust: TrustGrade
}

/** Writes a record; answers its id, or undefined when the person has one under this key already. */
export async function insertEvidence(tx: Tx, record: NewEvidence): Promise<string | undefined> {
  const id = randomUUID()
  const checkedAt = record.state === 'match' ? tx.now : null
  const written = await tx.run(sql`
    insert into evidence (id, account_id, kind, key, facts, state, trust, checked_at, created_at)
    values (${id}, ${record.accountId}, ${record.kind}, ${record.key}, ${JSON.stringify(record.facts)}::jsonb,
      ${record.state}, ${record.trust}, ${checkedAt}, ${tx.now})
    on conflict do nothing`)
  return written === 1 ? id : undefined
}

/** What the source said of a record; without facts the old ones stay. */
export async function updateEvidence(
  tx: Tx,
  id: string,
  answer: { readonly state: MachineState; readonly facts?: object; readonly differingFields?: readonly string[] },
): Promise<void> {
  const facts = answer.facts === undefined ? null : JSON.stringify(answer.facts)
  await tx.run(sql`
    update evidence set state = ${answer.state}, facts = coalesce(${facts}::jsonb, facts),
      differing_fields = ${[...(answer.differingFields ?? [])]}, checked_at = ${tx.now}
    where id = ${id}`)
}

/** A record that did not match is asked about once more. */
export async function markEvidenceWaiting(tx: Tx, id: string): Promise<void> {
  await tx.run(sql`update evidence set state = 'waiting' where id = ${id}`)
}

export async function markEvidenceRemoved(tx: Tx, id: string): Promise<void> {
  await tx.run(sql`update evidence set removed_at = ${tx.now} where id = ${id} and removed_at is null`)
}

/** Takes back records of a kind that the newest answer does not hold any more; those in use stay. */
export async function removeOutdatedEvidence(
  tx: Tx,
  asked: { readonly accountId: string; readonly kind: RecordKind; readonly exceptKeys: readonly string[] },
): Promise<void> {
  await tx.run(sql`
    update evidence e set removed_at = ${tx.now}
    where e.account_id = ${asked.accountId} and e.kind = ${asked.kind} and e.removed_at is null
      and e.key <> all(${[...asked.exceptKeys]})
      and not exists (select 1 from evidence_uses u where u.evidence_id = e.id and u.state <> 'released')`)
}
