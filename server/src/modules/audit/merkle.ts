import { createHash } from 'node:crypto'

const LEAF = Buffer.from([0])
const NODE = Buffer.from([1])

function hash(...parts: readonly Uint8Array[]): Buffer {
  const digest = createHash('sha256')
  for (const part of parts) digest.update(part)
  return digest.digest()
}

/** Root of a Merkle tree with the leaf and node prefixes of RFC 6962 §2.1. */
export function merkleRoot(leaves: readonly Uint8Array[]): Buffer {
  const [only] = leaves
  if (only === undefined) return hash()
  if (leaves.length === 1) return hash(LEAF, only)
  let split = 1
  while (split * 2 < leaves.length) split *= 2
  return hash(NODE, merkleRoot(leaves.slice(0, split)), merkleRoot(leaves.slice(split)))
}
