import type { InputOf } from '@xingtan/contract/endpoint'
import type { saveAppointmentRuleEndpoint } from '@xingtan/contract/office/appointment'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { getOfficer } from '../case/index.ts'
import { lockPoint } from '../point/index.ts'
import { storeRule } from './sql-slot.ts'

/** How the slots of a point are made from now on; slots that are there change with the next making (CNF-1). */
export async function saveRule(
  ctx: Context,
  { pointId, version, rule }: InputOf<typeof saveAppointmentRuleEndpoint>,
): Promise<{ done: true }> {
  const officer = getOfficer(ctx)
  return ctx.command(async (tx) => {
    const point = await lockPoint(tx, pointId)
    if (point === undefined) throw problem('request.not-found')
    const { agencyCode } = officer
    const isStored = await storeRule(tx, { pointId, agencyCode, version, by: officer.userId }, rule)
    if (!isStored) throw problem('point.changed')
    tx.concerns('point', pointId, { release: rule.release, slotMinutes: rule.slotMinutes })
    return { done: true }
  })
}
