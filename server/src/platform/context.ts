import { z } from 'zod'
import type { Actor } from './actor.ts'
import { type AuditObject, type AuditOutcome, appendAudits, auditLaneOf, listRowChanges } from './audit.ts'
import { canonicalJson } from './canonical-json.ts'
import { monotonicMs, sleep } from './clock.ts'
import type { Crypto } from './crypto.ts'
import { isOutage, isRetryable } from './database-error.ts'
import { type Db, type Scope, type Tx, UnknownCommit } from './db.ts'
import type { FileStore } from './file-store.ts'
import { keyProofInputHash, takeKeyProof } from './key-proof.ts'
import type { Log } from './log.ts'
import type { PasswordHasher } from './password-hash.ts'
import { problem } from './problem.ts'
import { sql } from './sql.ts'

/** What every process hands to its use cases. Nothing here reaches the network (style P10). */
export interface Services {
  readonly db: Db
  readonly crypto: Crypto
  readonly files: FileStore
  readonly hasher: PasswordHasher
  readonly log: Log
  readonly mode: 'demo' | 'test' | 'production'
  readonly publicOrigin: string
  readonly phoneOrigin: string
  readonly middlewareUrl: string
  readonly officeOrigin: string
  readonly officeCa: Buffer
}

/** The request as use cases may know it: no headers, no bodies. */
export interface RequestFacts {
  readonly endpointName: string
  readonly correlationId: string
  /** SM3 of the peer address, for limits and audit. */
  readonly addressHash: Buffer
  /** The true peer behind our own proxies (S-037, S-168); null where it is no address. Kept out of logs and audit. */
  readonly address: string | null
  /** Hash of the device cookie. */
  readonly deviceHash: Buffer
  /** Short words for the device, for example 「iPhone · Safari」. */
  readonly device: string
  readonly idempotencyKey: string | undefined
  /** The id in the path, where there is one: what was asked for, by people whose every request is on record. */
  readonly objectId?: string | undefined
  /** Canonical input; with another one the same key is refused. */
  readonly inputText: string
  /** There when this call is a legal act that the officer's key has to sign anew; `hash` is that of the proof sent along. */
  readonly keyProof?: { readonly hash: Buffer | undefined }
}

/** A transaction that also knows whom it serves. */
export interface WorkTx extends Tx {
  readonly actor: Actor
  /** Names what this command is about; each call becomes one audit event in this transaction. */
  concerns(kind: string, id: string, detail?: AuditObject['detail'], outcome?: AuditOutcome): void
}

export interface Context extends Services {
  readonly actor: Actor
  readonly request: RequestFacts
  /** Once-only work of a command: same key, same outcome. The outcome holds no personal data. */
  command<T extends object>(work: (tx: WorkTx) => Promise<T>): Promise<T>
  /** Work that may be repeated: sessions, codes, reads that are events. */
  write<T>(work: (tx: WorkTx) => Promise<T>): Promise<T>
  read<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** Like `read`, over the rows of the agencies under the officer's own as well (read down, never decide down: S-050). */
  readBelow<T>(work: (tx: Tx) => Promise<T>): Promise<T>
}

const ATTEMPTS = 5

function scopeOf(actor: Actor): Scope {
  if (actor.kind === 'applicant') return { personId: actor.accountId }
  if (actor.kind === 'officer') {
    return {
      officerId: actor.userId,
      agencyCode: actor.agencyCode,
      ...(actor.pointId === null ? {} : { pointId: actor.pointId }),
    }
  }
  return {}
}

/** Builds what a use case is given for one request or job. */
export function createContext(services: Services, actor: Actor, request: RequestFacts): Context {
  const scope = scopeOf(actor)
  const audited =
    <T>(work: (tx: WorkTx) => Promise<T>) =>
    (tx: Tx) =>
      auditedWork(services, { actor, request }, tx, work)
  return {
    ...services,
    actor,
    request,
    read: (work) => services.db.transaction(scope, work, 'read'),
    readBelow: (work) => services.db.transaction({ ...scope, reach: 'below' }, work, 'read'),
    write: (work) => {
      // Nothing of such an act may be stored beside the transaction that takes the signature.
      if (request.keyProof !== undefined) throw new Error(`${request.endpointName} needs a key: it writes by command`)
      return withRetries(() => services.db.transaction(scope, audited(work)))
    },
    command: async (work) => {
      const key = request.idempotencyKey
      if (key === undefined) throw problem('request.key-missing')
      const once = (tx: Tx) => onceOnly(tx, { services, actor, request, key }, audited(work))
      try {
        return await withRetries(() => services.db.transaction(scope, once))
      } catch (error) {
        if (!(error instanceof UnknownCommit)) throw error
        return await recallOutcome(services, scope, { keyScope: keyScope(actor, request), key }, error)
      }
    },
  }
}

async function withRetries<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run()
    } catch (error) {
      if (!isRetryable(error) || attempt === ATTEMPTS) throw error
      await sleep(Math.random() * 20 * 2 ** attempt)
    }
  }
}

async function auditedWork<T>(
  services: Services,
  { actor, request }: { readonly actor: Actor; readonly request: RequestFacts },
  tx: Tx,
  work: (tx: WorkTx) => Promise<T>,
): Promise<T> {
  const objects: (AuditObject & { outcome: AuditOutcome })[] = []
  const result = await work({
    ...tx,
    actor,
    concerns: (kind, id, detail = {}, outcome = 'done') => {
      objects.push({ kind, id, detail, outcome })
    },
  })
  // Always in the order of lanes: two commands about many objects must not wait for each other in a ring.
  const isChange = objects.some(({ outcome }) => outcome === 'done')
  const changes = isChange ? await listRowChanges(tx) : undefined
  const inOrder = objects.toSorted((a, b) => auditLaneOf(a) - auditLaneOf(b))
  const entries = inOrder.map((object) => ({
    event: request.endpointName,
    outcome: object.outcome,
    actor,
    object,
    correlationId: request.correlationId,
    addressHash: request.addressHash,
    deviceHash: request.deviceHash,
    change: object.outcome === 'done' ? changes?.get(object.id) : undefined,
  }))
  await appendAudits(tx, services.crypto, entries)
  return result
}

interface OnceOnly {
  readonly services: Services
  readonly actor: Actor
  readonly request: RequestFacts
  readonly key: string
}

/** Keys are private to a person, an officer or a device. */
function keyScope(actor: Actor, request: RequestFacts): string {
  if (actor.kind === 'applicant') return `account:${actor.accountId}`
  if (actor.kind === 'officer') return `officer:${actor.userId}`
  return `device:${request.deviceHash.toString('hex')}`
}

const StoredOutcome = z.object({ inputHash: z.instanceof(Buffer), endpoint: z.string(), outcome: z.unknown() })

async function onceOnly<T extends object>(tx: Tx, once: OnceOnly, work: (tx: Tx) => Promise<T>): Promise<T> {
  const { services, actor, request, key } = once
  const scope = keyScope(actor, request)
  const inputHash = services.crypto.sm3(canonicalJson([request.endpointName, request.inputText]))
  // A second try in parallel waits here until the first one commits or rolls back.
  const claimed = await tx.run(sql`
    insert into idempotency_keys (scope, key, endpoint, input_hash) values (${scope}, ${key}, ${request.endpointName}, ${inputHash})
    on conflict do nothing`)
  if (claimed === 0) {
    const stored = await tx.get(
      StoredOutcome,
      sql`select input_hash, endpoint, outcome from idempotency_keys where scope = ${scope} and key = ${key}`,
    )
    if (!services.crypto.isEqual(stored.inputHash, inputHash)) throw problem('request.key-reused')
    // The reply was made by this very endpoint and is checked against its output schema again on the way out.
    return stored.outcome as T
  }
  await takeFreshSignature(tx, once)
  const outcome = await work(tx)
  await tx.run(
    sql`update idempotency_keys set outcome = ${JSON.stringify(outcome)}::jsonb where scope = ${scope} and key = ${key}`,
  )
  return outcome
}

/** A repeat is answered from what is stored and needs no signature; the act itself does (S-036, R-001). */
async function takeFreshSignature(tx: Tx, { services, actor, request }: OnceOnly): Promise<void> {
  const { keyProof, endpointName: endpoint, inputText } = request
  if (keyProof === undefined) return
  if (actor.kind !== 'officer') throw problem('request.sign-in-needed')
  const inputHash = keyProofInputHash(services.crypto, endpoint, inputText)
  await takeKeyProof(tx, { sessionId: actor.sessionId, endpoint, inputHash, proofHash: keyProof.hash })
}

/** After a lost COMMIT: asks on new connections whether the work is stored, and answers truthfully. */
async function recallOutcome<T extends object>(
  services: Services,
  scope: Scope,
  own: { readonly keyScope: string; readonly key: string },
  lost: UnknownCommit,
): Promise<T> {
  const deadline = monotonicMs() + 10_000
  const ask = sql`select input_hash, endpoint, outcome from idempotency_keys where scope = ${own.keyScope} and key = ${own.key}`
  for (;;) {
    try {
      const stored = await services.db.transaction(scope, (tx) => tx.find(StoredOutcome, ask), 'read')
      if (stored === undefined) throw lost
      // As above: stored by this endpoint, checked against its schema on the way out.
      return stored.outcome as T
    } catch (error) {
      if (!isOutage(error) || monotonicMs() > deadline) throw error
      await sleep(500)
    }
  }
}
