import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { getHandled } from './get-handled.ts'

/** Name and number of the person in clear, for a purpose that is stored with the look (S-144). */
export async function revealConsultationContact(
  ctx: Context,
  input: { readonly consultationId: string; readonly purpose: string },
): Promise<{ name: string; phone: string }> {
  return ctx.write(async (tx) => {
    const { item } = await getHandled(tx, input.consultationId, 'reveal')
    if (item.nameSealed === null || item.phoneSealed === null) throw problem('consultation.anonymous')
    tx.concerns('consultation', item.id, { fields: ['name', 'phone'] }, 'read')
    return { name: ctx.crypto.openColumn(item.nameSealed), phone: ctx.crypto.openColumn(item.phoneSealed) }
  })
}
