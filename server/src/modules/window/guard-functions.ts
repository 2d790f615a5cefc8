import type { SwitchedFunction } from '@xingtan/contract/office/window'
import { readableMinute } from '@xingtan/domain/readable-time'
import { reopensAt } from '@xingtan/domain/window'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import type { Binding } from '../../platform/http-bind.ts'
import { Problem } from '../../platform/problem.ts'
import { listShutIntervals } from './sql.ts'

/**
 * Endpoints of each function that is refused while it is shut. 网报提交 is not here: its use case tells the closure
 * together with everything else that is missing.
 */
const FUNCTION_OF_ENDPOINT: Readonly<Record<string, SwitchedFunction>> = {
  'account.register': 'register',
  'certificate.query': 'certificate-query',
  'confirmation.confirm': 'confirm',
  'confirmation.refuse': 'confirm',
  'decision.review': 'conclude',
  'decision.approve': 'conclude',
  'decision.refuse': 'conclude',
  'decision.approve-many': 'conclude',
}

async function throwIfShut(tx: Tx, switched: SwitchedFunction): Promise<void> {
  const reopening = reopensAt(await listShutIntervals(tx, switched), tx.now)
  if (reopening === null) return
  const seconds = Math.max(1, Math.ceil((reopening.at.getTime() - tx.now.getTime()) / 1000))
  const values = { sentence: reopening.reason, reopensAt: readableMinute(reopening.at) }
  throw new Problem([{ code: 'window.function-shut', values }], seconds)
}

/** The same context whose writing asks first, in its own transaction and by its own instant, whether it may. */
function guarded(ctx: Context, switched: SwitchedFunction): Context {
  return {
    ...ctx,
    // After the look for an earlier outcome: what was done before the closure is answered again, not refused.
    command: (work) =>
      ctx.command(async (tx) => {
        await throwIfShut(tx, switched)
        return work(tx)
      }),
    write: (work) =>
      ctx.write(async (tx) => {
        await throwIfShut(tx, switched)
        return work(tx)
      }),
  }
}

/** Routes that answer 503 with the reopening instant while their function is shut; all others go on (S-078, PUB-7). */
export function guardFunctions(bindings: readonly Binding[]): readonly Binding[] {
  return bindings.map((binding) => {
    const switched = FUNCTION_OF_ENDPOINT[binding.endpoint.name]
    if (switched === undefined) return binding
    return { ...binding, handle: (ctx, input, wire) => binding.handle(guarded(ctx, switched), input, wire) }
  })
}
