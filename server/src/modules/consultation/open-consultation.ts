import type { ConsultationKey, ConsultationView } from '@xingtan/contract/consultation'
import { isConsultationOverdue } from '@xingtan/domain/consultation'
import type { Context } from '../../platform/context.ts'
import { loadLimits } from './limits.ts'
import { getByKey, takeOpenTry } from './open-item.ts'
import { queryCodeOf } from './query-code.ts'
import { listSteps } from './sql-event.ts'
import { listConsultationFiles } from './sql-file.ts'

/** How far an item is, for whoever has its number and query code (PUB-6). */
export async function openConsultationItem(ctx: Context, key: ConsultationKey): Promise<ConsultationView> {
  await takeOpenTry(ctx, key.number)
  return ctx.write(async (tx) => {
    const { id, bodySealed, submittedAt, ...item } = await getByKey(ctx, tx, key)
    const steps = await listSteps(tx, id)
    const files = await listConsultationFiles(tx, id)
    const { evidenceMost } = await loadLimits(tx, null)
    tx.concerns('consultation', id, {}, 'read')
    return {
      ...item,
      queryCode: queryCodeOf(ctx.crypto, id),
      body: ctx.crypto.openColumn(bodySealed),
      submittedAt: submittedAt.toISOString(),
      isOverdue: isConsultationOverdue(item, tx.today),
      steps: steps.map(({ at, textSealed, ...step }) => ({
        ...step,
        at: at.toISOString(),
        text: textSealed === null ? null : ctx.crypto.openColumn(textSealed),
      })),
      files: files.map(({ place, mediaType, bytes, addedAt }) => ({
        place,
        isPdf: mediaType === 'application/pdf',
        bytes,
        addedAt: addedAt.toISOString(),
      })),
      evidenceLeft: item.state === 'answered' ? 0 : Math.max(0, evidenceMost - files.length),
    }
  })
}
