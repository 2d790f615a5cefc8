import { AuditCheckpoint } from '@xingtan/contract/audit-checkpoint'
import type { z } from 'zod'
import { canonicalJson } from './canonical-json.ts'
import { sm2Verify } from './crypto-sm2.ts'
import { merkleRoot } from './audit-merkle.ts'

/** A checkpoint as it is published outside the database. */
export const PublishedCheckpoint = AuditCheckpoint
export type PublishedCheckpoint = z.infer<typeof PublishedCheckpoint>
type Head = PublishedCheckpoint['heads'][number]

/** What a signature covers: how many events, when, and the root over all lane heads (S-141). */
export const SignedRoot = AuditCheckpoint.omit({ heads: true })
type SignedRoot = z.infer<typeof SignedRoot>

/** The text that is signed. */
export function signedText({ size, madeAt, root }: Pick<SignedRoot, 'size' | 'madeAt' | 'root'>): string {
  return canonicalJson({ madeAt, root, size })
}

/** A lane's head as the leaf of the tree. */
export function leafOf({ lane, seq, head }: Head): Buffer {
  return Buffer.from(canonicalJson({ head, lane, seq }))
}

/** Root over the heads of all lanes. */
export function rootOf(heads: readonly Head[]): Buffer {
  return merkleRoot(heads.map(leafOf))
}

/** Whether the key signed this root; `publicKey` is the checkpoint key's, from another source than the checkpoint. */
export function isSigned(checkpoint: Omit<SignedRoot, 'number'>, publicKey: string): boolean {
  return sm2Verify(signedText(checkpoint), Buffer.from(checkpoint.signature, 'hex'), publicKey)
}

/** Signed, and its heads lead to its root and its size. */
export function isGenuine(checkpoint: PublishedCheckpoint, publicKey: string): boolean {
  const size = checkpoint.heads.reduce((sum, { seq }) => sum + seq, 0)
  return (
    size === checkpoint.size &&
    rootOf(checkpoint.heads).toString('hex') === checkpoint.root &&
    isSigned(checkpoint, publicKey)
  )
}

/** Two genuine checkpoints of one size with different roots: history was told in two ways. The size, or undefined. */
export function findSplit(checkpoints: readonly PublishedCheckpoint[]): number | undefined {
  const roots = new Map<number, string>()
  for (const { size, root } of checkpoints) {
    const known = roots.get(size) ?? root
    if (known !== root) return size
    roots.set(size, known)
  }
  return undefined
}
