import { createHash, randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Actor } from './actor.ts'
import { canonicalJson } from './canonical-json.ts'
import type { Crypto } from './crypto.ts'
import type { Tx } from './db.ts'
import { sql } from './sql.ts'

export type AuditOutcome = 'done' | 'refused' | 'denied' | 'read'

/** What an event is about: `detail` holds codes, ids and hashes, never personal data. */
export interface AuditObject {
  readonly kind: string
  readonly id: string
  readonly detail?: Readonly<Record<string, unknown>>
}

/** The chain an object's events go to; the database chooses the same one (`append_audit`). */
export function auditLaneOf({ kind, id }: AuditObject): number {
  return (createHash('sha256').update(`${kind}:${id}`).digest()[0] ?? 0) % 64
}

export interface AuditEntry {
  readonly event: string
  readonly outcome: AuditOutcome
  readonly actor: Actor
  readonly object: AuditObject
  readonly correlationId: string
  readonly addressHash: Buffer | null
}

interface ActorColumns {
  readonly kind: 'nobody' | 'applicant' | 'officer' | 'system'
  readonly id: string | null
  readonly agencyCode: string | null
  readonly keySerial: string | null
}

function toActorColumns(actor: Actor): ActorColumns {
  if (actor.kind === 'applicant') return { kind: 'applicant', id: actor.accountId, agencyCode: null, keySerial: null }
  if (actor.kind === 'officer') {
    return { kind: 'officer', id: actor.userId, agencyCode: actor.agencyCode, keySerial: actor.keySerial }
  }
  return { kind: actor.kind, id: null, agencyCode: null, keySerial: null }
}

/** Everything the MAC of one audit row covers, in its one order. */
export interface AuditMacInput {
  readonly id: string
  readonly event: string
  readonly outcome: string
  readonly actorKind: string
  readonly actorId: string | null
  readonly agencyCode: string | null
  readonly keySerial: string | null
  readonly objectKind: string
  readonly objectId: string
  /** Hex, or null where nobody outside called. */
  readonly addressHash: string | null
  readonly correlationId: string
  readonly detail: unknown
}

/** MAC of an audit row under a key that the database never sees (S-140). */
export function auditMac(crypto: Pick<Crypto, 'mac'>, row: AuditMacInput): Buffer {
  return crypto.mac('audit', canonicalJson(row))
}

/** Appends one event to its lane inside the business transaction: if this fails, the command fails (S-142). */
export async function appendAudit(tx: Tx, crypto: Pick<Crypto, 'mac'>, entry: AuditEntry): Promise<void> {
  const actor = toActorColumns(entry.actor)
  const row: AuditMacInput = {
    id: randomUUID(),
    event: entry.event,
    outcome: entry.outcome,
    actorKind: actor.kind,
    actorId: actor.id,
    agencyCode: actor.agencyCode,
    keySerial: actor.keySerial,
    objectKind: entry.object.kind,
    objectId: entry.object.id,
    addressHash: entry.addressHash?.toString('hex') ?? null,
    correlationId: entry.correlationId,
    detail: entry.object.detail ?? {},
  }
  await tx.get(
    z.object({ seq: z.number() }),
    sql`select append_audit(${row.id}, ${row.event}, ${row.outcome}, ${row.actorKind}, ${row.actorId}, ${row.agencyCode},
      ${row.keySerial}, ${row.objectKind}, ${row.objectId}, ${entry.addressHash}, ${row.correlationId},
      ${JSON.stringify(row.detail)}::jsonb, ${auditMac(crypto, row)}) as seq`,
  )
}
