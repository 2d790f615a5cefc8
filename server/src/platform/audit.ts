import { createHash, randomUUID } from 'node:crypto'
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
  await appendAudits(tx, crypto, [entry])
}

/** Appends events in the given order in one statement; callers sort by lane, so that no two wait for each other. */
export async function appendAudits(tx: Tx, crypto: Pick<Crypto, 'mac'>, entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return
  const rows = entries.map((entry, place) => {
    const row = toMacInput(entry)
    return { ...row, place, mac: auditMac(crypto, row).toString('hex') }
  })
  await tx.run(sql`
    select append_audit(n.id, n.event, n.outcome, n."actorKind", n."actorId", n."agencyCode", n."keySerial", n."objectKind",
      n."objectId", decode(n."addressHash", 'hex'), n."correlationId", n.detail, decode(n.mac, 'hex'))
    from (select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(place int, id uuid, event text, outcome text,
      "actorKind" text, "actorId" uuid, "agencyCode" text, "keySerial" text, "objectKind" text, "objectId" text,
      "addressHash" text, "correlationId" text, detail jsonb, mac text) order by place) n`)
}

function toMacInput(entry: AuditEntry): AuditMacInput {
  const actor = toActorColumns(entry.actor)
  return {
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
}
