import { z } from 'zod'
import { AuditOutcome } from '@xingtan/contract/office/audit'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

const Bytes = z.instanceof(Buffer)

const Row = z.object({
  id: z.string(),
  number: z.number(),
  at: z.date(),
  event: z.string(),
  outcome: AuditOutcome,
  actorKind: z.enum(['nobody', 'applicant', 'officer', 'system']),
  actorName: z.string().nullable(),
  agencyName: z.string().nullable(),
  objectKind: z.string(),
  objectId: z.string(),
})
export type FoundEvent = z.infer<typeof Row>

/** A question as the database's own function takes it; null asks nothing. */
export interface AuditQuestion {
  readonly from: string
  readonly to: string
  readonly actor: string | null
  readonly agency: string | null
  readonly event: string | null
  readonly object: string | null
  readonly outcome: string | null
  /** Events that arrived before this one. */
  readonly before: number | null
}

/** Events of the auditor's tree, newest first by arrival; the database lets nobody else ask. */
export async function searchEvents(tx: Tx, question: AuditQuestion, limit: number): Promise<FoundEvent[]> {
  return tx.list(
    Row,
    sql`select e.id, e.number, e.at, e.event, e.outcome, e.actor_kind, audit_actor_name(e.actor_id) as actor_name,
          g.name as agency_name, e.object_kind, e.object_id
        from audit_search(${JSON.stringify(question)}::jsonb, ${limit}) e left join agencies g on g.code = e.agency_code
        order by e.number desc`,
  )
}

const Full = Row.extend({
  lane: z.number(),
  seq: z.number(),
  actorId: z.string().nullable(),
  actorPersonId: z.string().nullable(),
  actorRoles: z.array(z.string()).nullable(),
  agencyCode: z.string().nullable(),
  keySerial: z.string().nullable(),
  addressHash: z.string().nullable(),
  deviceHash: z.string().nullable(),
  correlationId: z.string(),
  reason: z.string().nullable(),
  beforeHash: z.string().nullable(),
  afterHash: z.string().nullable(),
  detail: z.unknown(),
  mac: Bytes,
  previous: Bytes,
  hash: Bytes,
  isContentWhole: z.boolean(),
  isChained: z.boolean(),
})

/** One event of the auditor's tree with what its chain says about it. */
export async function findEvent(tx: Tx, eventId: string): Promise<z.infer<typeof Full> | undefined> {
  return tx.find(
    Full,
    sql`select (f.line).id, (f.line).number, (f.line).at, (f.line).event, (f.line).outcome, (f.line).actor_kind,
          audit_actor_name((f.line).actor_id) as actor_name, g.name as agency_name, (f.line).object_kind, (f.line).object_id,
          (f.line).lane, (f.line).seq, (f.line).actor_id, (f.line).actor_person_id, (f.line).actor_roles, (f.line).agency_code,
          (f.line).key_serial, encode((f.line).address_hash, 'hex') as address_hash,
          encode((f.line).device_hash, 'hex') as device_hash, (f.line).correlation_id, (f.line).reason,
          encode((f.line).before_hash, 'hex') as before_hash, encode((f.line).after_hash, 'hex') as after_hash, (f.line).detail,
          (f.line).mac, (f.line).previous, (f.line).hash, f.is_content_whole, f.is_chained
        from audit_event_of(${eventId}) f left join agencies g on g.code = (f.line).agency_code`,
  )
}

const Chain = z.object({
  size: z.number().nullable(),
  checkpointNumber: z.number().nullable(),
  checkpointAt: z.date().nullable(),
  checkpointSize: z.number().nullable(),
  checkpointRoot: Bytes.nullable(),
  verifiedAt: z.date().nullable(),
  verifiedSize: z.number().nullable(),
  verifiedCheckpoints: z.number().nullable(),
  faults: z.array(z.object({ lane: z.number(), seq: z.number(), what: z.string() })).nullable(),
})

/** State of the chains, for auditors alone. */
export async function findChainState(tx: Tx): Promise<z.infer<typeof Chain> | undefined> {
  return tx.find(
    Chain,
    sql`select size, checkpoint_number, checkpoint_at, checkpoint_size, checkpoint_root, verified_at, verified_size,
          verified_checkpoints, faults from audit_chain_state()`,
  )
}
