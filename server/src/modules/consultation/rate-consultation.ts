import type { ConsultationKey } from '@xingtan/contract/consultation'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { getByKey, takeOpenTry } from './open-item.ts'
import { appendConsultationEvent } from './sql-event.ts'
import { rateConsultation } from './sql-submit.ts'

type Rating = ConsultationKey & { readonly score: number; readonly isSolved: boolean }

/** 满意度 after the answer, once (PUB-6). */
export async function rateConsultationItem(ctx: Context, input: Rating): Promise<{ done: true }> {
  await takeOpenTry(ctx, input.number)
  return ctx.command(async (tx): Promise<{ done: true }> => {
    const { score, isSolved } = input
    const { id, state } = await getByKey(ctx, tx, input)
    if (state !== 'answered') throw problem('consultation.not-answered')
    if ((await rateConsultation(tx, { id, score, isSolved })) === 0) throw problem('consultation.rated')
    await appendConsultationEvent(tx, { consultationId: id, kind: 'rated' })
    tx.concerns('consultation', id, { score, isSolved })
    return { done: true }
  })
}
