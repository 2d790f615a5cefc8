import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

const Bytes = z.instanceof(Buffer)

const Puzzle = z.object({
  background: Bytes,
  piece: Bytes,
  gapX: z.number(),
  gapY: z.number(),
  width: z.number(),
  height: z.number(),
  pieceSize: z.number(),
})
export type StoredPuzzle = z.infer<typeof Puzzle>

/** A random puzzle of the pool; `seed` is a random UUID, so the choice needs no scan of the table. */
export async function findPuzzle(tx: Tx): Promise<StoredPuzzle | undefined> {
  const seed = randomUUID()
  return (
    (await tx.find(
      Puzzle,
      sql`select background, piece, gap_x, gap_y, width, height, piece_size from puzzles where id >= ${seed} order by id limit 1`,
    )) ??
    tx.find(
      Puzzle,
      sql`select background, piece, gap_x, gap_y, width, height, piece_size from puzzles order by id limit 1`,
    )
  )
}

export interface NewPuzzle {
  readonly background: Buffer
  readonly piece: Buffer
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly pieceSize: number
}

export async function insertPuzzle(tx: Tx, puzzle: NewPuzzle): Promise<void> {
  await tx.run(sql`
    insert into puzzles (id, background, piece, gap_x, gap_y, width, height, piece_size, created_at)
    values (${randomUUID()}, ${puzzle.background}, ${puzzle.piece}, ${puzzle.x}, ${puzzle.y}, ${puzzle.width}, ${puzzle.height},
      ${puzzle.pieceSize}, ${tx.now})`)
}

/** How many puzzles there are, up to `most`. */
export async function countPuzzles(tx: Tx, most: number): Promise<number> {
  const row = await tx.get(
    z.object({ count: z.number() }),
    sql`select count(*)::int as count from (select 1 from puzzles limit ${most}) as ready`,
  )
  return row.count
}

export interface NewChallenge {
  readonly id: string
  readonly purpose: string
  readonly deviceHash: Buffer
  readonly gapX: number
  readonly work: string
  readonly bits: number
  readonly expiresAt: Date
}

export async function insertChallenge(tx: Tx, challenge: NewChallenge): Promise<void> {
  await tx.run(sql`
    insert into challenges (id, purpose, device_hash, gap_x, work, bits, expires_at)
    values (${challenge.id}, ${challenge.purpose}, ${challenge.deviceHash}, ${challenge.gapX}, ${challenge.work},
      ${challenge.bits}, ${challenge.expiresAt})`)
}

const OpenChallenge = z.object({
  id: z.string(),
  purpose: z.string(),
  gapX: z.number(),
  work: z.string(),
  bits: z.number(),
})
export type OpenChallenge = z.infer<typeof OpenChallenge>

/** Counts one try and returns the challenge while it lives: own device, three tries, unsolved. */
export async function takeChallengeTry(tx: Tx, id: string, deviceHash: Buffer): Promise<OpenChallenge | undefined> {
  return tx.find(
    OpenChallenge,
    sql`update challenges set tries = tries + 1
        where id = ${id} and device_hash = ${deviceHash} and solved_by is null and expires_at > ${tx.now} and tries < 3
        returning id, purpose, gap_x, work, bits`,
  )
}

export async function markChallengeSolved(
  tx: Tx,
  solved: { readonly id: string; readonly by: 'slider' | 'work'; readonly proofHash: Buffer },
): Promise<void> {
  await tx.run(
    sql`update challenges set solved_by = ${solved.by}, proof_hash = ${solved.proofHash} where id = ${solved.id}`,
  )
}

/** Spends a proof: true once, for its own purpose, device and time (S-014). */
export async function spendProof(
  tx: Tx,
  proof: {
    readonly hash: Buffer
    readonly purpose: string
    readonly deviceHash: Buffer
    readonly ways: readonly string[]
  },
): Promise<boolean> {
  const spent = await tx.run(sql`
    update challenges set used_at = ${tx.now}
    where proof_hash = ${proof.hash} and purpose = ${proof.purpose} and device_hash = ${proof.deviceHash}
      and solved_by = any(${[...proof.ways]}) and used_at is null and expires_at > ${tx.now}`)
  return spent === 1
}
