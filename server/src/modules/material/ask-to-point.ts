import type { InputOf } from '@xingtan/contract/endpoint'
import type { askToPointEndpoint } from '@xingtan/contract/office/material'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { appendCaseEvents, getOfficer, lockCaseFor, tellApplicant } from '../case/index.ts'
import { bumpVersion, findOnlineCase, setOnlineState } from './sql-online.ts'
import { closeOpenRequest } from './sql-request.ts'

/** 需现场: the person is asked to come to the point, with the reason and the address (CNF-3, domain §9.3). */
export async function askToPoint(ctx: Context, input: InputOf<typeof askToPointEndpoint>): Promise<{ done: true }> {
  const officer = getOfficer(ctx)
  return ctx.command(async (tx) => {
    const record = await lockCaseFor(tx, officer, { ...input, action: 'confirm' })
    if ((await findOnlineCase(tx, record.id)) === undefined) throw problem('confirmation.not-online')
    await setOnlineState(tx, record.id, 'on-site')
    await closeOpenRequest(tx, record.id)
    const { pointName, pointAddress } = record.snapshot
    const messageId = await tellApplicant(tx, ctx.crypto, record, {
      sender: pointName,
      template: 'material.on-site',
      sms: `您的教师资格认定申请需要到${pointName}现场办理，请登录查看原因和时间。`,
      body: `请在确认时间内带齐原件到${pointName}（${pointAddress}）办理。原因：${input.note}`,
    })
    await bumpVersion(tx, record.id)
    await appendCaseEvents(tx, { kind: 'officer', id: officer.userId }, [
      { applicationId: record.id, kind: 'materials-judged', data: { onSite: true, messageId } },
    ])
    tx.concerns('application', record.id, { onSite: true })
    return { done: true }
  })
}
