import type { Context } from '../../platform/context.ts'
import { explainUnknownCase, findHeldCase, getOfficer } from '../case/index.ts'

/** Shows number and phone of one case: a click, a purpose and an event in the same transaction (S-122, S-144). */
export async function revealNumber(
  ctx: Context,
  input: { readonly applicationId: string; readonly purpose: string },
): Promise<{ documentNumber: string; phone: string }> {
  const officer = getOfficer(ctx)
  // Not a command: its outcome would be kept, and this one is personal data.
  return ctx.write(async (tx) => {
    const record = await findHeldCase(tx, input.applicationId)
    if (record === undefined) throw await explainUnknownCase(tx, officer, input.applicationId)
    tx.concerns('application', record.id, { purpose: input.purpose }, 'read')
    return {
      documentNumber: ctx.crypto.openColumn(record.numberSealed),
      phone: ctx.crypto.openColumn(record.phoneSealed),
    }
  })
}
