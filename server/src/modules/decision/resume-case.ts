import { dueAfterHold } from '@xingtan/domain/case-hold'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { loadCalendar } from '../calendar/index.ts'
import { appendCaseEvents, getOfficer, lockCaseFor } from '../case/index.ts'
import { findOpenHold, markResumed } from './sql-hold.ts'
import { tellResumed } from './tell-exception.ts'

/** 恢复办理: the due day moves by the working days of a lawful hold, and by none of any other (行政许可法 art. 45). */
export async function resumeCase(
  ctx: Context,
  input: { readonly applicationId: string; readonly version: number },
): Promise<{ dueOn: string | null }> {
  const officer = getOfficer(ctx)
  return ctx.command(async (tx) => {
    const record = await lockCaseFor(tx, officer, { ...input, action: 'resume' })
    const hold = await findOpenHold(tx, record.id)
    if (hold === undefined) throw problem('decision.not-held')
    const { id: applicationId, dueOn, dueProvisional } = record
    const calendar = await loadCalendar(tx)
    const due = dueOn === null ? null : dueAfterHold(calendar, { ...hold, dueOn, resumedOn: tx.today })
    await markResumed(tx, {
      holdId: hold.id,
      applicationId,
      officerId: officer.userId,
      dueOn: due?.day ?? null,
      isProvisional: dueProvisional || due?.provisional === true,
    })
    const messageId = await tellResumed(tx, ctx.crypto, record, due?.day ?? null)
    await appendCaseEvents(tx, { kind: 'officer', id: officer.userId }, [
      { applicationId, kind: 'resumed', data: { holdId: hold.id, dueOn: due?.day ?? null, messageId } },
    ])
    tx.concerns('application', applicationId, { holdId: hold.id, dueOn: due?.day ?? null })
    return { dueOn: due?.day ?? null }
  })
}
