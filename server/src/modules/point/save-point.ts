import { randomUUID } from 'node:crypto'
import type { InputOf, OutputOf } from '@xingtan/contract/endpoint'
import type { PointProfile, addPointEndpoint, savePointEndpoint } from '@xingtan/contract/office/point'
import { listPointChanges, refuseProfile } from '@xingtan/domain/slot-point'
import { hoursText } from '@xingtan/domain/slot'
import type { OfficerActor } from '../../platform/actor.ts'
import type { Context, WorkTx } from '../../platform/context.ts'
import { problem, throwIfRefused } from '../../platform/problem.ts'
import { getOfficer } from '../case/index.ts'
import { insertPoint, insertVersion, isNameTaken, lockPoint, updatePoint } from './sql.ts'
import { toProfile } from './to-row.ts'

async function throwUnlessGood(tx: WorkTx, officer: OfficerActor, id: string, profile: PointProfile): Promise<void> {
  const isTaken = await isNameTaken(tx, officer.agencyCode, profile.name, id)
  throwIfRefused([
    ...(isTaken ? [{ code: 'point.name-taken', field: 'name' } as const] : []),
    ...refuseProfile(profile),
  ])
}

/** A new 确认点 of the own agency (PLN-6). */
export async function addPoint(
  ctx: Context,
  profile: InputOf<typeof addPointEndpoint>,
): Promise<OutputOf<typeof addPointEndpoint>> {
  const officer = getOfficer(ctx)
  return ctx.command(async (tx) => {
    const id = randomUUID()
    const { agencyCode } = officer
    await throwUnlessGood(tx, officer, id, profile)
    await insertPoint(tx, { id, agencyCode, profile, hours: hoursText(profile.weeklyHours) })
    const history = { pointId: id, version: 1, agencyCode, changes: ['新增确认点'], changedBy: officer.userId }
    await insertVersion(tx, { ...history, value: profile })
    tx.concerns('point', id, { version: 1 })
    return { pointId: id }
  })
}

/** Changes a point on the version the officer saw; each change is kept with who made it (PLN-6). */
export async function savePoint(
  ctx: Context,
  input: InputOf<typeof savePointEndpoint>,
): Promise<OutputOf<typeof savePointEndpoint>> {
  const officer = getOfficer(ctx)
  return ctx.command(async (tx) => {
    const point = await lockPoint(tx, input.pointId)
    if (point === undefined) throw problem('request.not-found')
    if (point.version !== input.version) throw problem('point.changed')
    await throwUnlessGood(tx, officer, point.id, input.profile)
    await updatePoint(tx, { id: point.id, profile: input.profile, hours: hoursText(input.profile.weeklyHours) })
    const version = point.version + 1
    await insertVersion(tx, {
      pointId: point.id,
      version,
      agencyCode: officer.agencyCode,
      changes: listPointChanges(toProfile(point), input.profile),
      value: input.profile,
      changedBy: officer.userId,
    })
    tx.concerns('point', point.id, { version })
    return { done: true }
  })
}
