import type { InputOf } from '@xingtan/contract/endpoint'
import type { judgeWorkInfoEndpoint } from '@xingtan/contract/office/work-info'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { getAgency, officerOf } from '../agency/index.ts'
import { getCollection } from './get-collection.ts'
import { appendFormEvent, lockFormHeld, moveForm } from './sql.ts'

/** Sends a form on the own desk one step up, accepts it where it was asked for, or returns it with the reason (ACC-10). */
export async function judgeWorkInfo(
  ctx: Context,
  input: InputOf<typeof judgeWorkInfoEndpoint>,
): Promise<{ done: true }> {
  const officer = officerOf(ctx)
  const { agencyCode, userId } = officer
  const isReturn = input.answer === 'return'
  if (isReturn && input.reason === '') throw problem('work-info.reason-missing', { field: 'reason' })
  return ctx.command(async (tx) => {
    const form = await lockFormHeld(tx, input.formId)
    if (form === undefined) throw problem('request.not-found')
    if (form.heldBy !== agencyCode || form.state !== 'handed-in') throw problem('work-info.not-here')
    const collection = await getCollection(tx, officer, form.collectionId)
    const isLast = collection.collectorCode === agencyCode
    const { parentCode } = await getAgency(tx, agencyCode)
    const up = isLast || parentCode === null ? agencyCode : parentCode
    const { id, version } = { id: form.id, version: input.version }
    const move = isReturn
      ? ({ id, version, state: 'returned', heldBy: form.agencyCode, reason: input.reason } as const)
      : ({ id, version, state: isLast ? 'accepted' : 'handed-in', heldBy: up, reason: null } as const)
    // Before the move: afterwards the form may lie out of sight.
    const onward = isLast ? 'accepted' : 'passed-on'
    const kind = isReturn ? 'returned' : onward
    await appendFormEvent(tx, { formId: id, kind, agencyCode, userId, reason: move.reason })
    if (!(await moveForm(tx, move))) throw problem('work-info.changed')
    tx.concerns('work-info', id, { state: move.state, heldBy: move.heldBy })
    return { done: true }
  })
}
