import type { OutputOf } from '@xingtan/contract/endpoint'
import type { getAuditChainEndpoint } from '@xingtan/contract/office/audit'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { checkpointKey } from './checkpoint-key.ts'
import { findChainState } from './sql-search.ts'

/** How far the chains have come, the last checkpoint and the last walk over everything (S-140, S-141). */
export async function getAuditChain(ctx: Context): Promise<OutputOf<typeof getAuditChainEndpoint>> {
  const state = await ctx.read((tx) => findChainState(tx))
  if (state === undefined) throw problem('request.not-allowed')
  const { checkpointNumber, checkpointAt, checkpointSize, checkpointRoot, verifiedAt } = state
  const isSigned = checkpointNumber !== null && checkpointAt !== null && checkpointRoot !== null
  return {
    size: state.size ?? 0,
    publicKey: checkpointKey(ctx.crypto).publicKey,
    checkpoint: isSigned
      ? {
          number: checkpointNumber,
          madeAt: checkpointAt.toISOString(),
          size: checkpointSize ?? 0,
          root: checkpointRoot.toString('hex'),
        }
      : null,
    verification:
      verifiedAt === null
        ? null
        : {
            verifiedAt: verifiedAt.toISOString(),
            size: state.verifiedSize ?? 0,
            checkpoints: state.verifiedCheckpoints ?? 0,
            faults: state.faults ?? [],
          },
  }
}
