import { z } from 'zod'
import { PublishedCheckpoint } from '../../platform/audit-checkpoint.ts'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

const Bytes = z.instanceof(Buffer)
const Row = z.object({
  number: z.number(),
  madeAt: z.date(),
  size: z.number(),
  heads: PublishedCheckpoint.shape.heads,
  root: Bytes,
  signature: z.string(),
})

function toCheckpoint({ madeAt, root, ...row }: z.infer<typeof Row>): PublishedCheckpoint {
  return { ...row, madeAt: madeAt.toISOString(), root: root.toString('hex') }
}

/** Checkpoints behind a number, oldest first. */
export async function listCheckpoints(tx: Tx, after: number, limit: number): Promise<PublishedCheckpoint[]> {
  const rows = await tx.list(
    Row,
    sql`select number, made_at, size, heads, root, signature from audit_checkpoints
        where number > ${after} order by number limit ${limit}`,
  )
  return rows.map(toCheckpoint)
}

const Proof = z.object({
  lane: z.number(),
  seq: z.number(),
  said: z.string(),
  mac: Bytes,
  previous: Bytes,
  later: z.array(Bytes),
})
const Found = Proof.extend({
  checkpoint: z.number().nullable(),
  madeAt: z.date().nullable(),
  size: z.number().nullable(),
  heads: Row.shape.heads.nullable(),
  root: Bytes.nullable(),
  signature: z.string().nullable(),
})

/** What proves an event of the auditor's tree; without a checkpoint while none covers it yet. */
export async function findProof(
  tx: Tx,
  eventId: string,
): Promise<(z.infer<typeof Proof> & { readonly checkpoint: PublishedCheckpoint | undefined }) | undefined> {
  const found = await tx.find(
    Found,
    sql`select lane, seq, said, mac, previous, later, checkpoint, made_at, size, heads, root, signature
        from audit_proof_of(${eventId})`,
  )
  if (found === undefined) return undefined
  const { checkpoint: number, ...row } = found
  const signed = Row.safeParse({ ...row, number })
  return { ...row, checkpoint: signed.success ? toCheckpoint(signed.data) : undefined }
}

/** Whether both are checkpoints, the first before the second. */
export async function areCheckpoints(tx: Tx, from: number, to: number): Promise<boolean> {
  const { count } = await tx.get(
    z.object({ count: z.number() }),
    sql`select count(*)::int as count from audit_checkpoints where number in (${from}, ${to}) and ${from}::bigint < ${to}::bigint`,
  )
  return count === 2
}

const Growth = z.object({ lane: z.number(), digests: z.array(Bytes) })

/** Digests of the rows between two checkpoints by lane, for auditors alone. */
export async function listGrowth(tx: Tx, from: number, to: number): Promise<z.infer<typeof Growth>[]> {
  return tx.list(Growth, sql`select lane, digests from audit_growth(${from}, ${to})`)
}
