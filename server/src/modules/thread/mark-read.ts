import type { Context } from '../../platform/context.ts'
import { explainUnknownCase, findCase, getOfficer } from '../case/index.ts'
import { markReadByOffice } from './sql.ts'

/** What the owner of a case wrote up to now has been seen by the office (CNF-4). */
export async function markRead(ctx: Context, input: { readonly applicationId: string }): Promise<{ done: true }> {
  const officer = getOfficer(ctx)
  return ctx.command(async (tx) => {
    const record = await findCase(tx, input.applicationId)
    if (record === undefined) throw await explainUnknownCase(tx, officer, input.applicationId)
    const read = await markReadByOffice(tx, record.id)
    tx.concerns('application', record.id, { read })
    return { done: true }
  })
}
