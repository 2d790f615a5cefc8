import { refuseHandIn } from '@xingtan/domain/agency-work-info'
import type { Context } from '../../platform/context.ts'
import { problem, throwIfRefused } from '../../platform/problem.ts'
import { getAgency, officerOf } from '../agency/index.ts'
import { getCollection } from './get-collection.ts'
import { openStaff } from './seal-staff.ts'
import { appendFormEvent, findFormOf, moveForm } from './sql.ts'

/** Hands the whole form to the office above; the collector's own form is accepted at once (ACC-10). */
export async function handInWorkInfo(
  ctx: Context,
  input: { readonly collectionId: string; readonly version: number },
): Promise<{ done: true }> {
  const { agencyCode, userId, ...officer } = officerOf(ctx)
  return ctx.command(async (tx) => {
    const collection = await getCollection(tx, { agencyCode, userId, ...officer }, input.collectionId)
    const form = await findFormOf(tx, input.collectionId, agencyCode)
    if (form === undefined) throw problem('request.not-found')
    if (form.state === 'handed-in' || form.state === 'accepted') throw problem('work-info.handed-in')
    const { creditCode, networkAddresses } = form
    const staff = openStaff(ctx.crypto, form.staffSealed)
    throwIfRefused(refuseHandIn({ creditCode, networkAddresses, staff, hasScan: form.scanFileId !== null }))
    const isCollector = collection.collectorCode === agencyCode
    const { parentCode } = await getAgency(tx, agencyCode)
    const moved = await moveForm(tx, {
      id: form.id,
      version: input.version,
      state: isCollector ? 'accepted' : 'handed-in',
      heldBy: isCollector || parentCode === null ? agencyCode : parentCode,
      reason: null,
    })
    if (!moved) throw problem('work-info.changed')
    await appendFormEvent(tx, { formId: form.id, kind: 'handed-in', agencyCode, userId, reason: null })
    tx.concerns('work-info', form.id, { state: 'handed-in' })
    return { done: true }
  })
}
