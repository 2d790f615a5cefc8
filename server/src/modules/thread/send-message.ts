import type { InputOf } from '@xingtan/contract/endpoint'
import type { sendMessageEndpoint } from '@xingtan/contract/office/thread'
import { refuseOfficeName } from '@xingtan/domain/content-check'
import { refuseMessageText } from '@xingtan/domain/thread'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { officeHostsOf } from '../../platform/office-hosts.ts'
import { throwIfRefused } from '../../platform/problem.ts'
import { type CaseRecord, explainUnknownCase, getOfficer, lockCase } from '../case/index.ts'
import { queueSms } from '../message/index.ts'
import { insertFromOffice, isQueued } from './sql.ts'

/** One SMS a day says that there is something to read, however much was written; the case is locked. */
async function nudge(ctx: Context, tx: Tx, record: CaseRecord): Promise<void> {
  const dedupeKey = `thread.message:${record.id}:${tx.today}`
  if (await isQueued(tx, dedupeKey)) return
  await queueSms(tx, ctx.crypto, {
    phone: ctx.crypto.openColumn(record.phoneSealed),
    text: `【中国教师资格网】您的教师资格认定申请有新留言，请登录后在“查询报名信息”中查看。`,
    template: 'thread.message',
    accountId: record.accountId,
    applicationId: record.id,
    dedupeKey,
  })
}

/** A 留言 to the applicant in the name of the point or the agency; the officer behind it stands on record (CNF-4). */
export async function sendMessage(ctx: Context, input: InputOf<typeof sendMessageEndpoint>): Promise<{ done: true }> {
  const officer = getOfficer(ctx)
  return ctx.command(async (tx) => {
    const record = await lockCase(tx, input.applicationId)
    if (record === undefined) throw await explainUnknownCase(tx, officer, input.applicationId)
    throwIfRefused([...refuseMessageText(input.text), ...refuseOfficeName('留言', input.text, officeHostsOf(ctx))])
    const { id: applicationId, accountId, agencyCode, officeName, snapshot } = record
    const sender = officer.roles.includes('confirm') ? snapshot.pointName : officeName
    const body = input.text
    const messageId = await insertFromOffice(tx, {
      accountId,
      applicationId,
      agencyCode,
      body,
      sender,
      authorId: officer.userId,
    })
    await nudge(ctx, tx, record)
    tx.concerns('application', applicationId, { messageId })
    return { done: true }
  })
}
