import type { InputOf } from '@xingtan/contract/endpoint'
import type { extendTimeEndpoint } from '@xingtan/contract/office/material'
import { refuseGrantedTime } from '@xingtan/domain/material'
import { readableDay } from '@xingtan/domain/readable-time'
import type { Context } from '../../platform/context.ts'
import { problem, throwIfRefused } from '../../platform/problem.ts'
import { appendCaseEvents, getOfficer, lockCaseFor, tellApplicant } from '../case/index.ts'
import { addReminders } from './grant-time.ts'
import { bumpVersion } from './sql-online.ts'
import { findOpenRequest, moveDueDay } from './sql-request.ts'
import { findConfirmEnd } from './window.ts'

/** More time for what was asked, with a reason the person reads; reminders follow the new day (domain §9.1). */
export async function extendTime(ctx: Context, input: InputOf<typeof extendTimeEndpoint>): Promise<{ done: true }> {
  const officer = getOfficer(ctx)
  return ctx.command(async (tx) => {
    const record = await lockCaseFor(tx, officer, { ...input, action: 'confirm' })
    const request = await findOpenRequest(tx, record.id)
    if (request === undefined) throw problem('material.no-open-request')
    const { dueOn, dueReason } = input
    const windowEndsOn = await findConfirmEnd(tx, record)
    throwIfRefused([
      ...refuseGrantedTime({ dueOn, dueReason, proposedOn: dueOn, windowEndsOn }, tx.today),
      ...(dueOn > request.dueOn
        ? []
        : [{ code: 'material.due-not-later' as const, field: 'dueOn', values: { day: request.dueOn } }]),
    ])
    await moveDueDay(tx, request.id, { dueOn, dueReason })
    await addReminders(tx, request.id, dueOn)
    const day = readableDay(dueOn)
    const messageId = await tellApplicant(tx, ctx.crypto, record, {
      sender: record.snapshot.pointName,
      template: 'material.extended',
      sms: `您的教师资格认定材料补正期限延长到${day}，请登录查看。`,
      body: `补正期限延长到${day}。原因：${dueReason}`,
    })
    await bumpVersion(tx, record.id)
    await appendCaseEvents(tx, { kind: 'officer', id: officer.userId }, [
      { applicationId: record.id, kind: 'time-granted', data: { round: request.round, dueOn, messageId } },
    ])
    tx.concerns('application', record.id, { round: request.round, dueOn })
    return { done: true }
  })
}
