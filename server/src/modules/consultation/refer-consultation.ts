import type { Context } from '../../platform/context.ts'
import { getHandled } from './get-handled.ts'
import { appendConsultationEvent } from './sql-event.ts'

interface Referral {
  readonly consultationId: string
  readonly kind: 'restriction' | 'inspection'
  readonly reference: string
}

/** Writes down which entry of the 限制库 or which inspection a report of fraud led to (PUB-6). */
export async function referConsultationItem(ctx: Context, input: Referral): Promise<{ done: true }> {
  return ctx.command(async (tx): Promise<{ done: true }> => {
    const { item, by } = await getHandled(tx, input.consultationId, 'refer')
    const { kind: referenceKind, reference } = input
    await appendConsultationEvent(tx, { ...by, kind: 'referred', referenceKind, reference })
    tx.concerns('consultation', item.id, { to: referenceKind })
    return { done: true }
  })
}
