import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { getHandled } from './get-handled.ts'
import { appendConsultationEvent } from './sql-event.ts'
import { assignConsultation, listHandlers } from './sql-desk.ts'

/** Gives the item to a colleague who may handle its kind, or takes it oneself. */
export async function assignConsultationItem(
  ctx: Context,
  input: { readonly consultationId: string; readonly userId: string | null },
): Promise<{ done: true }> {
  return ctx.command(async (tx): Promise<{ done: true }> => {
    const { item, by } = await getHandled(tx, input.consultationId, 'assign')
    const userId = input.userId ?? by.officerId
    const handlers = await listHandlers(tx, item.kind)
    // Whoever holds the role by delegation takes items himself.
    if (userId !== by.officerId && !handlers.some((handler) => handler.userId === userId)) {
      throw problem('consultation.handler-unknown', { field: 'userId' })
    }
    await assignConsultation(tx, item.id, userId)
    await appendConsultationEvent(tx, { ...by, kind: 'assigned' })
    tx.concerns('consultation', item.id, { to: userId })
    return { done: true }
  })
}
