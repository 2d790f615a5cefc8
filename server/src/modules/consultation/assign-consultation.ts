import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { getHandled } from './get-handled.ts'
import { appendConsultationEvent } from './sql-event.ts'
import { assignConsultation, listHandlers } from './sql-desk.ts'

/** Gives the item to a colleague who may handle its kind, or takes it oneself. */
export async function assignConsultationItem(
  ctx: Context,
  input: { readonly consultationId: string; readonly userId: string },
): Promise<{ done: true }> {
  return ctx.command(async (tx): Promise<{ done: true }> => {
    const { item, by } = await getHandled(tx, input.consultationId, 'assign')
    const handlers = await listHandlers(tx, item.kind)
    const handler = handlers.find(({ userId }) => userId === input.userId)
    // Whoever holds the role by delegation takes items himself.
    if (handler === undefined && input.userId !== by.officerId) {
      throw problem('consultation.handler-unknown', { field: 'userId' })
    }
    await assignConsultation(tx, item.id, input.userId)
    await appendConsultationEvent(tx, { ...by, kind: 'assigned' })
    tx.concerns('consultation', item.id, { to: input.userId })
    return { done: true }
  })
}
