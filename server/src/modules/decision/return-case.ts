import type { InputOf } from '@xingtan/contract/endpoint'
import type { returnCaseEndpoint } from '@xingtan/contract/office/case'
import type { Context } from '../../platform/context.ts'
import { appendCaseEvents, getOfficer, lockCaseFor } from '../case/index.ts'
import { grantTimeOnReturn } from '../material/index.ts'
import { markReturned } from './sql.ts'
import { tellReturned } from './tell-conclusion.ts'

/** 调整认定状态 back to 网报待确认 with a 留言; never after a conclusion (CNF-4, domain §9.1). */
export async function returnCase(ctx: Context, input: InputOf<typeof returnCaseEndpoint>): Promise<{ done: true }> {
  const officer = getOfficer(ctx)
  return ctx.command(async (tx) => {
    const record = await lockCaseFor(tx, officer, { ...input, action: 'return' })
    await markReturned(tx, record.id)
    const { message: note } = input
    const dueOn = await grantTimeOnReturn(tx, record, { note, requestedBy: officer.userId })
    const messageId = await tellReturned(tx, ctx.crypto, record, input.message)
    await appendCaseEvents(tx, { kind: 'officer', id: officer.userId }, [
      { applicationId: record.id, kind: 'returned', data: { from: record.status, messageId, dueOn } },
    ])
    tx.concerns('application', record.id, { from: record.status, messageId, ...(dueOn === null ? {} : { dueOn }) })
    return { done: true }
  })
}
