import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

const Bytes = z.instanceof(Buffer)
const Lane = z.object({ lane: z.number(), lastSeq: z.number(), head: Bytes })
export type Lane = z.infer<typeof Lane>

/** All lane heads of one instant: one statement sees one snapshot. */
export async function listLanes(tx: Tx): Promise<Lane[]> {
  return tx.list(Lane, sql`select lane, last_seq, head from audit_lanes order by lane`)
}

const Checkpoint = z.object({
  number: z.number(),
  madeAt: z.date(),
  size: z.number(),
  heads: z.array(z.object({ lane: z.number(), seq: z.number(), head: z.string() })),
  root: Bytes,
  signature: z.string(),
})
export type Checkpoint = z.infer<typeof Checkpoint>

export async function findLastCheckpoint(tx: Tx): Promise<Checkpoint | undefined> {
  return tx.find(
    Checkpoint,
    sql`select number, made_at, size, heads, root, signature from audit_checkpoints order by number desc limit 1`,
  )
}

export async function insertCheckpoint(tx: Tx, checkpoint: Omit<Checkpoint, 'number' | 'madeAt'>): Promise<number> {
  const row = await tx.get(
    z.object({ number: z.number() }),
    sql`insert into audit_checkpoints (made_at, size, heads, root, signature)
        values (${tx.now}, ${checkpoint.size}, ${JSON.stringify(checkpoint.heads)}::jsonb, ${checkpoint.root}, ${checkpoint.signature})
        returning number`,
  )
  return row.number
}

const AuditRow = z.object({
  lane: z.number(),
  seq: z.number(),
  id: z.string(),
  event: z.string(),
  outcome: z.string(),
  actorKind: z.string(),
  actorId: z.string().nullable(),
  agencyCode: z.string().nullable(),
  keySerial: z.string().nullable(),
  objectKind: z.string(),
  objectId: z.string(),
  addressHash: z.string().nullable(),
  correlationId: z.string(),
  detail: z.unknown(),
  actorPersonId: z.string().nullable(),
  actorRoles: z.array(z.string()).nullable(),
  deviceHash: z.string().nullable(),
  reason: z.string().nullable(),
  beforeHash: z.string().nullable(),
  afterHash: z.string().nullable(),
  mac: Bytes,
  previous: Bytes,
  hash: Bytes,
  recomputed: Bytes,
})
export type AuditRow = z.infer<typeof AuditRow>

/** Rows of a lane after `seq`, each with its hash computed again from what stands in the row. */
export async function listAuditRows(tx: Tx, lane: number, afterSeq: number): Promise<AuditRow[]> {
  return tx.list(
    AuditRow,
    sql`select lane, seq, id, event, outcome, actor_kind, actor_id, agency_code, key_serial, object_kind, object_id,
          encode(address_hash, 'hex') as address_hash, correlation_id, detail, actor_person_id, actor_roles,
          encode(device_hash, 'hex') as device_hash, reason, encode(before_hash, 'hex') as before_hash,
          encode(after_hash, 'hex') as after_hash, mac, previous, hash,
          audit_link(audit_events) as recomputed
        from audit_events where lane = ${lane} and seq > ${afterSeq} order by seq limit 1000`,
  )
}

/** How many events there are, as the lanes tell. */
export async function countEvents(tx: Tx): Promise<number> {
  const { size } = await tx.get(
    z.object({ size: z.number() }),
    sql`select coalesce(sum(last_seq), 0)::bigint as size from audit_lanes`,
  )
  return size
}

/** Keeps the outcome of a walk over everything. */
export async function insertVerification(
  tx: Tx,
  walk: {
    readonly id: string
    readonly size: number
    readonly checkpoints: number
    readonly faults: readonly object[]
  },
): Promise<void> {
  await tx.run(sql`
    insert into audit_verifications (id, verified_at, size, checkpoints, faults)
    values (${walk.id}, ${tx.now}, ${walk.size}, ${walk.checkpoints}, ${JSON.stringify(walk.faults)}::jsonb)`)
}
