import type { ChallengePurpose } from '@xingtan/contract/account'
import type { Context } from '../../platform/context.ts'
import { spendProof } from './sql-challenge.ts'

/** Spends the proof of a solved challenge, by either way; false when it is not good for this purpose now (S-014, S-016). */
export async function takeProof(ctx: Context, proof: string, purpose: ChallengePurpose): Promise<boolean> {
  const { deviceHash } = ctx.request
  const hash = ctx.crypto.hashToken(proof)
  return ctx.write((tx) => spendProof(tx, { hash, purpose, deviceHash, ways: ['slider', 'work'] }))
}
