import type { OutputOf } from '@xingtan/contract/endpoint'
import type { transferConsultationEndpoint } from '@xingtan/contract/office/consultation'
import { dueAfterTransfer, refuseTransfer } from '@xingtan/domain/consultation'
import type { Context } from '../../platform/context.ts'
import { problem, throwIfRefused } from '../../platform/problem.ts'
import { loadCalendar } from '../calendar/index.ts'
import { getHandled } from './get-handled.ts'
import { loadLimits } from './limits.ts'
import { appendConsultationEvent, countTransfers } from './sql-event.ts'
import { listTargets, transferConsultation } from './sql-desk.ts'

interface Transfer {
  readonly consultationId: string
  readonly agencyCode: string
  readonly reason: string
}

/** Passes an item up or down its line with a reason; the deadline stands, but the new desk has some days (PUB-6). */
export async function transferConsultationItem(
  ctx: Context,
  input: Transfer,
): Promise<OutputOf<typeof transferConsultationEndpoint>> {
  return ctx.command(async (tx) => {
    const { item, by } = await getHandled(tx, input.consultationId, 'transfer')
    const target = (await listTargets(tx)).find(({ agencyCode }) => agencyCode === input.agencyCode)
    if (target === undefined) throw problem('consultation.target-unknown', { field: 'agencyCode' })
    const limits = await loadLimits(tx, input.agencyCode)
    const { subjectAgencyCode } = item
    const transfers = await countTransfers(tx, item.id)
    throwIfRefused(refuseTransfer({ to: input.agencyCode, subjectAgencyCode, transfers, most: limits.transfersMost }))
    const due = dueAfterTransfer(
      await loadCalendar(tx),
      { day: item.dueOn, provisional: item.dueProvisional },
      { today: tx.today, atLeast: limits.transferWorkingDays },
    )
    const toAgencyCode = input.agencyCode
    await appendConsultationEvent(tx, {
      ...by,
      kind: 'transferred',
      toAgencyCode,
      textSealed: ctx.crypto.sealColumn(input.reason),
    })
    await transferConsultation(tx, {
      id: item.id,
      agencyCode: toAgencyCode,
      dueOn: due.day,
      dueProvisional: due.provisional,
    })
    tx.concerns('consultation', item.id, { from: by.agencyCode, to: toAgencyCode })
    return { agencyName: target.name, dueOn: due.day }
  })
}
