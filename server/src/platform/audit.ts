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
  /** Hash of the device cookie; left away by jobs. */
  readonly deviceHash?: Buffer
  /** Hashes of the row the event is about, where it changed. */
  readonly change?: RowChange | undefined
}

/** What happened to a row in this transaction: null where it was not there before, or is no more. */
export interface RowChange {
  readonly before: string | null
  readonly after: string | null
}

interface ActorColumns {
  readonly actorKind: 'nobody' | 'applicant' | 'officer' | 'system'
  readonly actorId: string | null
  readonly actorPersonId: string | null
  readonly actorRoles: readonly string[] | null
  readonly agencyCode: string | null
  readonly keySerial: string | null
}

const NOBODY = { actorId: null, actorPersonId: null, actorRoles: null, agencyCode: null, keySerial: null }

function toActorColumns(actor: Actor): ActorColumns {
  if (actor.kind === 'applicant') return { ...NOBODY, actorKind: 'applicant', actorId: actor.accountId }
  if (actor.kind !== 'officer') return { ...NOBODY, actorKind: actor.kind }
  const { userId: actorId, personId: actorPersonId, roles: actorRoles, agencyCode, keySerial } = actor
  return { actorKind: 'officer', actorId, actorPersonId, actorRoles, agencyCode, keySerial }
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
  /** Facts that events before S-143 did not have; null ones are left away, so that old rows still verify. */
  readonly actorPersonId: string | null
  readonly actorRoles: readonly string[] | null
  readonly deviceHash: string | null
  readonly reason: string | null
  readonly beforeHash: string | null
  readonly afterHash: string | null
}

/** MAC of an audit row under a key that the database never sees (S-140). */
export function auditMac(crypto: Pick<Crypto, 'mac'>, row: AuditMacInput): Buffer {
  const { actorPersonId, actorRoles, deviceHash, reason, beforeHash, afterHash, ...always } = row
  const later = { actorPersonId, actorRoles, deviceHash, reason, beforeHash, afterHash }
  const known = Object.fromEntries(Object.entries(later).filter(([, value]) => value !== null))
  return crypto.mac('audit', canonicalJson({ ...always, ...known }))
}

/** Appends one event to its lane inside the business transaction: if this fails, the command fails (S-142). */
export async function appendAudit(tx: Tx, crypto: Pick<Crypto, 'mac'>, entry: AuditEntry): Promise<void> {
  await appendAudits(tx, crypto, [entry])
}

const Appended = z.object({ place: z.number(), secondsBack: z.number() })

/** Appends events in the given order in one statement; callers sort by lane, so that no two wait for each other. */
export async function appendAudits(tx: Tx, crypto: Pick<Crypto, 'mac'>, entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return
  const rows = entries.map((entry, place) => {
    const { detail, ...row } = toMacInput(entry)
    const columns = Object.entries(row).map(([name, value]) => [toColumn(name), value])
    return {
      place,
      facts: { ...Object.fromEntries(columns), detail, mac: auditMac(crypto, { ...row, detail }).toString('hex') },
    }
  })
  const appended = await tx.list(
    Appended,
    sql`select n.place, a.seconds_back from (
          select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(place int, facts jsonb) order by place) n
        cross join lateral append_audit(n.facts) a`,
  )
  const back = appended.find(({ secondsBack }) => secondsBack > 0)
  const found = back === undefined ? undefined : entries[back.place]
  if (back === undefined || found === undefined) return
  // In the lane of the event that met it: that one is held already. Its own time is the lane's now, so it is said once.
  await appendAudits(tx, crypto, [
    {
      event: 'audit.time-regressed',
      outcome: 'done',
      actor: { kind: 'system' },
      object: { kind: found.object.kind, id: found.object.id, detail: { seconds: back.secondsBack } },
      correlationId: found.correlationId,
      addressHash: null,
    },
  ])
}

function toColumn(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

const REASON = /^[a-z0-9][a-z0-9.-]*$/

/** The code behind a refusal or a choice, when the detail names one; words of people are no codes. */
function reasonOf(detail: AuditObject['detail']): string | null {
  const given = detail?.['reason'] ?? detail?.['code']
  return typeof given === 'string' && REASON.test(given) ? given : null
}

function toMacInput(entry: AuditEntry): AuditMacInput {
  const { object, change } = entry
  return {
    id: randomUUID(),
    event: entry.event,
    outcome: entry.outcome,
    ...toActorColumns(entry.actor),
    objectKind: object.kind,
    objectId: object.id,
    addressHash: entry.addressHash?.toString('hex') ?? null,
    correlationId: entry.correlationId,
    detail: object.detail ?? {},
    deviceHash: entry.deviceHash?.toString('hex') ?? null,
    reason: reasonOf(object.detail),
    beforeHash: change?.before ?? null,
    afterHash: change?.after ?? null,
  }
}

/** What this transaction did to the rows of legal tables, by row id: the first state of each and the last (S-143). */
export async function listRowChanges(tx: Tx): Promise<ReadonlyMap<string, RowChange>> {
  const { noted } = await tx.get(
    z.object({ noted: z.string() }),
    sql`select coalesce(current_setting('app.row_changes', true), '') as noted`,
  )
  const changes = new Map<string, RowChange>()
  for (const line of noted.split(';')) {
    const [id = '', before = '', after = ''] = line.split(':')
    const known = changes.get(id)
    if (id !== '')
      changes.set(id, { before: known === undefined ? before || null : known.before, after: after || null })
  }
  return changes
}
