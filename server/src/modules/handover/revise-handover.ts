import { listHandoverActs } from '@xingtan/domain/handover'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { signedInOfficer } from '../../platform/signed-in-officer.ts'
import { assembleItems } from './assemble-items.ts'
import { getHandoverToChange } from './get-handover-to-change.ts'
import { reviseRow } from './sql.ts'
import { toOfficer, toStanding } from './to-view.ts'

/** Other remarks and the list assembled anew, as long as nobody has signed (ACC-8). */
export async function reviseHandover(
  ctx: Context,
  input: { readonly handoverId: string; readonly version: number; readonly remarks: string },
): Promise<{ version: number }> {
  const officer = signedInOfficer(ctx)
  return ctx.command(async (tx) => {
    const { row, signatures } = await getHandoverToChange(tx, input.handoverId)
    if (row.state !== 'open') throw problem('handover.over')
    if (signatures.length > 0) throw problem('handover.signed')
    const acts = listHandoverActs(toStanding(row, signatures), toOfficer(officer, row))
    if (!acts.includes('edit')) throw problem('request.not-found')
    const items = await assembleItems(tx, row.giverPersonId, row.agencyCode)
    if (!(await reviseRow(tx, { id: row.id, version: input.version, items, remarks: input.remarks }))) {
      throw problem('handover.changed')
    }
    tx.concerns('handover', row.id)
    return { version: input.version + 1 }
  })
}
