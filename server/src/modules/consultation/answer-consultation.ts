import { CONSULTATION_KIND_TITLES, type ConsultationOutcome } from '@xingtan/contract/consultation'
import { refuseOutcome } from '@xingtan/domain/consultation'
import type { Context } from '../../platform/context.ts'
import { throwIfRefused } from '../../platform/problem.ts'
import { queueSms } from '../message/index.ts'
import { getHandled } from './get-handled.ts'
import { appendConsultationEvent } from './sql-event.ts'
import { answerConsultation } from './sql-desk.ts'

interface Answer {
  readonly consultationId: string
  readonly outcome: ConsultationOutcome
  readonly text: string
  readonly note: string
}

/** Answers an item with an outcome; the person is told by SMS to look, the answer itself stays on the site (PUB-6). */
export async function answerConsultationItem(ctx: Context, input: Answer): Promise<{ done: true }> {
  return ctx.command(async (tx): Promise<{ done: true }> => {
    const { item, by } = await getHandled(tx, input.consultationId, 'answer')
    const { outcome, note } = input
    throwIfRefused(refuseOutcome(item.kind, outcome))
    await appendConsultationEvent(tx, {
      ...by,
      kind: 'answered',
      textSealed: ctx.crypto.sealColumn(input.text),
      ...(note === '' ? {} : { note }),
    })
    await answerConsultation(tx, { id: item.id, outcome, officerId: by.officerId })
    if (item.phoneSealed !== null) {
      await queueSms(tx, ctx.crypto, {
        phone: ctx.crypto.openColumn(item.phoneSealed),
        text: `【中国教师资格网】您提交的${CONSULTATION_KIND_TITLES[item.kind]}（受理编号 ${item.number}）已有答复，请在中国教师资格网“咨询服务”中凭受理编号和查询码查看。`,
        template: 'consultation.answered',
        accountId: null,
        dedupeKey: `consultation-answered:${item.id}`,
      })
    }
    tx.concerns('consultation', item.id, { outcome })
    return { done: true }
  })
}
