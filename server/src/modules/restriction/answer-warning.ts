import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { getOfficer } from '../case/index.ts'
import { answerWarning, hasOwnWarning } from './sql-warning.ts'

/** The warned agency says how it has mended its ways (限期整改). */
export async function answerRestrictionWarning(
  ctx: Context,
  input: { readonly warningId: string; readonly statement: string },
): Promise<{ done: true }> {
  const { personId } = getOfficer(ctx)
  return ctx.command(async (tx): Promise<{ done: true }> => {
    const { warningId, statement } = input
    if (!(await hasOwnWarning(tx, warningId))) throw problem('request.not-found')
    if ((await answerWarning(tx, { warningId, personId, statement })) === 0)
      throw problem('restriction.warning-answered')
    tx.concerns('restriction-warning', warningId)
    return { done: true }
  })
}
