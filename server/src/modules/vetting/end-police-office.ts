import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { getOfficer } from '../case/index.ts'
import { endPoliceOffice as end } from './sql-office.ts'

/** Nothing new goes to this police office; what is out still comes back. */
export async function endPoliceOffice(
  ctx: Context,
  input: { readonly policeOfficeId: string },
): Promise<{ done: true }> {
  const { userId } = getOfficer(ctx)
  return ctx.command(async (tx) => {
    if ((await end(tx, input.policeOfficeId, userId)) === 0) throw problem('request.not-found')
    tx.concerns('police-office', input.policeOfficeId, { ended: true })
    return { done: true }
  })
}
