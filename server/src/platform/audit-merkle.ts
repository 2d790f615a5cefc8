import { createHash } from 'node:crypto'

const LEAF = Buffer.from([0])
const NODE = Buffer.from([1])

function hash(...parts: readonly Uint8Array[]): Buffer {
  const digest = createHash('sha256')
  for (const part of parts) digest.update(part)
  return digest.digest()
}

/** Leaves of the left half: the largest power of two below the number of leaves. */
function splitAt(size: number): number {
  let split = 1
  while (split * 2 < size) split *= 2
  return split
}

/** Root of a Merkle tree with the leaf and node prefixes of RFC 6962 §2.1. */
export function merkleRoot(leaves: readonly Uint8Array[]): Buffer {
  const [only] = leaves
  if (only === undefined) return hash()
  if (leaves.length === 1) return hash(LEAF, only)
  const split = splitAt(leaves.length)
  return hash(NODE, merkleRoot(leaves.slice(0, split)), merkleRoot(leaves.slice(split)))
}

/** Hashes beside the way from a leaf to the root, nearest first (RFC 6962 §2.1.1). */
export function merklePath(leaves: readonly Uint8Array[], index: number): Buffer[] {
  if (leaves.length <= 1) return []
  const split = splitAt(leaves.length)
  return index < split
    ? [...merklePath(leaves.slice(0, split), index), merkleRoot(leaves.slice(split))]
    : [...merklePath(leaves.slice(split), index - split), merkleRoot(leaves.slice(0, split))]
}

/** The root that a leaf at a place in a tree of `size` leaves leads to by its path; undefined for a path of another length. */
export function rootOfPath(
  leaf: Uint8Array,
  { index, size }: { readonly index: number; readonly size: number },
  path: readonly Uint8Array[],
): Buffer | undefined {
  if (size === 1) return path.length === 0 && index === 0 ? hash(LEAF, leaf) : undefined
  const beside = path.at(-1)
  if (beside === undefined) return undefined
  const split = splitAt(size)
  const rest = path.slice(0, -1)
  const isLeft = index < split
  const own = isLeft
    ? rootOfPath(leaf, { index, size: split }, rest)
    : rootOfPath(leaf, { index: index - split, size: size - split }, rest)
  if (own === undefined) return undefined
  return isLeft ? hash(NODE, own, beside) : hash(NODE, beside, own)
}
