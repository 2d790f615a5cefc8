import { LANES, type InclusionProof } from '../../platform/audit-proof.ts'
import { leafOf } from '../../platform/audit-checkpoint.ts'
import { merklePath } from '../../platform/audit-merkle.ts'
import type { Context } from '../../platform/context.ts'
import type { BinaryReply } from '../../platform/http-bind.ts'
import { problem } from '../../platform/problem.ts'
import { findProof } from './sql-proof.ts'

/** Shows one event of the auditor's tree to anybody who has the checkpoint key, and nothing of its neighbours (S-141). */
export async function getAuditProof(ctx: Context, { eventId }: { readonly eventId: string }): Promise<BinaryReply> {
  const found = await ctx.read((tx) => findProof(tx, eventId))
  if (found === undefined) throw problem('request.not-found')
  const { checkpoint, lane, seq, said, mac, previous, later } = found
  if (checkpoint === undefined || checkpoint.heads.length !== LANES) throw problem('audit.proof-not-yet')
  await ctx.write(async (tx) => tx.concerns('audit-proof', eventId, { checkpoint: checkpoint.number }, 'read'))
  const { heads, ...signed } = checkpoint
  const proof: InclusionProof = {
    kind: 'audit-inclusion',
    checkpoint: signed,
    lane,
    event: { seq, said, mac: mac.toString('hex'), previous: previous.toString('hex') },
    later: later.map((digest) => digest.toString('hex')),
    path: merklePath(heads.map(leafOf), lane).map((hash) => hash.toString('hex')),
  }
  return toFile(proof, `审计证明-${eventId}.json`)
}

/** A proof as a file. */
export function toFile(proof: object, fileName: string): BinaryReply {
  return { bytes: Buffer.from(`${JSON.stringify(proof, null, 2)}\n`), mediaType: 'application/json', fileName }
}
