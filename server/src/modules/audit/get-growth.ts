import type { GrowthProof } from '../../platform/audit-proof.ts'
import type { Context } from '../../platform/context.ts'
import type { BinaryReply } from '../../platform/http-bind.ts'
import { problem } from '../../platform/problem.ts'
import { toFile } from './get-proof.ts'
import { areCheckpoints, listGrowth } from './sql-proof.ts'

/** How the chains grew between two checkpoints, in digests alone (S-141). */
export async function getAuditGrowth(
  ctx: Context,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<BinaryReply> {
  const lanes = await ctx.read(async (tx) =>
    (await areCheckpoints(tx, from, to)) ? listGrowth(tx, from, to) : undefined,
  )
  if (lanes === undefined) throw problem('request.not-found')
  await ctx.write(async (tx) => tx.concerns('audit-growth', `${from}-${to}`, { from, to }, 'read'))
  const proof: GrowthProof = {
    kind: 'audit-growth',
    from,
    to,
    lanes: lanes.map(({ lane, digests }) => ({ lane, digests: digests.map((digest) => digest.toString('hex')) })),
  }
  return toFile(proof, `审计增长证明-${from}-${to}.json`)
}
