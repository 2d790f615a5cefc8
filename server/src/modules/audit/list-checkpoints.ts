import type { listAuditCheckpointsEndpoint } from '@xingtan/contract/audit-checkpoint'
import type { OutputOf } from '@xingtan/contract/endpoint'
import type { Context } from '../../platform/context.ts'
import { checkpointKey } from './checkpoint-key.ts'
import { listCheckpoints } from './sql-proof.ts'

const PAGE = 20

/** Signed states of the audit for whoever keeps them as a witness (S-141). */
export async function listAuditCheckpoints(
  ctx: Context,
  { after }: { readonly after: number },
): Promise<OutputOf<typeof listAuditCheckpointsEndpoint>> {
  const checkpoints = await ctx.read((tx) => listCheckpoints(tx, after, PAGE))
  return { publicKey: checkpointKey(ctx.crypto).publicKey, checkpoints }
}
