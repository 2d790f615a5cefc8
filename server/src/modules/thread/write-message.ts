import type { InputOf } from '@xingtan/contract/endpoint'
import type { writeMessageEndpoint } from '@xingtan/contract/thread'
import { shanghaiInstant } from '@xingtan/domain/shanghai-time'
import { refuseOwnMessage } from '@xingtan/domain/thread'
import type { Context } from '../../platform/context.ts'
import { problem, throwIfRefused } from '../../platform/problem.ts'
import { lockCase } from '../case/index.ts'
import { countOwnSince, insertFromApplicant } from './sql.ts'

/** The owner of a case writes to its office; the words are frozen as they are sent (CNF-4, APP-10). */
export async function writeMessage(ctx: Context, input: InputOf<typeof writeMessageEndpoint>): Promise<{ done: true }> {
  return ctx.command(async (tx) => {
    const record = await lockCase(tx, input.applicationId)
    if (record === undefined) throw problem('request.not-found')
    const sentToday = await countOwnSince(tx, record.id, shanghaiInstant(tx.today, '00:00'))
    throwIfRefused(refuseOwnMessage({ isWithdrawn: record.withdrawnAt !== null, sentToday }, input.text))
    const { id: applicationId, accountId, agencyCode } = record
    const messageId = await insertFromApplicant(tx, { accountId, applicationId, agencyCode, body: input.text })
    tx.concerns('application', applicationId, { messageId })
    return { done: true }
  })
}
