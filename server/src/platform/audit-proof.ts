import { createHash } from 'node:crypto'
import { z } from 'zod'
import { type PublishedCheckpoint, SignedRoot, isGenuine, isSigned, leafOf } from './audit-checkpoint.ts'
import { rootOfPath } from './audit-merkle.ts'

const Hex = z.string().regex(/^(?:[0-9a-f]{2})*$/)

/** Number of chains, and so of leaves under a root. */
export const LANES = 64

/** Everything that shows, without the database, that an event stood in the audit when a checkpoint was signed (S-141). */
export const InclusionProof = z.strictObject({
  kind: z.literal('audit-inclusion'),
  checkpoint: SignedRoot,
  lane: z.number().int(),
  /** The event: the row as text, its MAC, and the hash of the row before it. */
  event: z.strictObject({ seq: z.number().int(), said: z.string(), mac: Hex, previous: Hex }),
  /** Digests of the rows behind it, up to the lane's head at the checkpoint. */
  later: z.array(Hex),
  /** Hashes beside the way from the lane's head to the root. */
  path: z.array(Hex),
})
export type InclusionProof = z.infer<typeof InclusionProof>

/** How each lane grew between two checkpoints. */
export const GrowthProof = z.strictObject({
  kind: z.literal('audit-growth'),
  from: z.number().int(),
  to: z.number().int(),
  lanes: z.array(z.strictObject({ lane: z.number().int(), digests: z.array(Hex) })),
})
export type GrowthProof = z.infer<typeof GrowthProof>

const bytes = (hex: string) => Buffer.from(hex, 'hex')
const sha256 = (...parts: readonly (string | Uint8Array)[]) => {
  const digest = createHash('sha256')
  for (const part of parts) digest.update(part)
  return digest.digest()
}

function walk(from: Buffer, digests: readonly string[]): Buffer {
  return digests.reduce((head, digest) => sha256(head, bytes(digest)), from)
}

/** Whether the proof holds, by nothing but itself and the checkpoint key; otherwise what does not. */
export function faultOfInclusion(proof: InclusionProof, publicKey: string): 'signature' | 'place' | 'root' | undefined {
  const { checkpoint, lane, event, later, path } = proof
  if (!isSigned(checkpoint, publicKey)) return 'signature'
  // The row says its own place; a row moved elsewhere in the chain is another row.
  if (!event.said.startsWith(`${event.seq}|`)) return 'place'
  const own = sha256(bytes(event.previous), sha256(event.said, bytes(event.mac)))
  const head = walk(own, later).toString('hex')
  const leaf = leafOf({ lane, seq: event.seq + later.length, head })
  const root = rootOfPath(leaf, { index: lane, size: LANES }, path.map(bytes))
  return root?.toString('hex') === checkpoint.root ? undefined : 'root'
}

/** Whether `to` continues `from` and rewrites nothing; otherwise what does not hold. */
export function faultOfGrowth(
  proof: GrowthProof,
  { from, to }: { readonly from: PublishedCheckpoint; readonly to: PublishedCheckpoint },
  publicKey: string,
): 'signature' | 'checkpoint' | 'lane' | undefined {
  if (!isGenuine(from, publicKey) || !isGenuine(to, publicKey)) return 'signature'
  if (proof.from !== from.number || proof.to !== to.number) return 'checkpoint'
  const grown = new Map(proof.lanes.map(({ lane, digests }) => [lane, digests]))
  const ends = new Map(to.heads.map((head) => [head.lane, head]))
  const isWhole = from.heads.every(({ lane, seq, head }) => {
    const digests = grown.get(lane) ?? []
    const end = ends.get(lane)
    return end?.seq === seq + digests.length && end.head === walk(bytes(head), digests).toString('hex')
  })
  return isWhole && from.heads.length === to.heads.length ? undefined : 'lane'
}
