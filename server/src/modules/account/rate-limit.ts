import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { takeCounterToken } from './sql-rate.ts'

/**
 * Takes one token; answers 0, or how many seconds to wait. Keys are hashed, so the table tells nothing about people.
 * Limits count people, phones and devices, not addresses (security §6.5).
 */
export async function takeToken(
  tx: Tx,
  ctx: Pick<Context, 'crypto'>,
  limit: { readonly of: string; readonly by: Buffer; readonly seconds: number; readonly burst: number },
): Promise<number> {
  const key = ctx.crypto.mac('rate', Buffer.concat([Buffer.from(`${limit.of}:`), limit.by]))
  return takeCounterToken(tx, key, limit)
}
