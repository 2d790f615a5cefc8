import type { InputOf } from '@xingtan/contract/endpoint'
import type { objectToRecoveryEndpoint } from '@xingtan/contract/service'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { objectionHash } from './objection-code.ts'
import { objectToRecovery as stop } from './sql.ts'

/** Whoever holds the old phone, or is signed in as the person, stops the change within its 72 hours (S-018). */
export async function objectToRecovery(
  ctx: Context,
  input: InputOf<typeof objectToRecoveryEndpoint>,
): Promise<{ done: true }> {
  const number = input.number.toUpperCase()
  const stopped = await ctx.write(async (tx) => {
    const id = await stop(tx, number, objectionHash(ctx.crypto, number, input.code ?? ''))
    if (id !== undefined) tx.concerns('service-request', id, { outcome: 'objected' })
    return id
  })
  if (stopped === undefined) throw problem('service.objection-unknown')
  return { done: true }
}
