import type { InputOf } from '@xingtan/contract/endpoint'
import type { answerCorrectionEndpoint } from '@xingtan/contract/office/service'
import { refuseAnswer } from '@xingtan/domain/service'
import type { Context } from '../../platform/context.ts'
import { problem, throwIfRefused } from '../../platform/problem.ts'
import { getOfficer } from '../case/index.ts'
import { queueSms } from '../message/index.ts'
import { closeCorrection, correctEthnicGroup, findAccountOfRequest, lockRequest } from './sql.ts'

/**
 * The outcome of a correction with the answer the person reads. 民族 is written here; what a source has proven is proven
 * anew by the source (个人信息保护法 art. 46, PRO-10).
 */
export async function answerCorrection(
  ctx: Context,
  input: InputOf<typeof answerCorrectionEndpoint>,
): Promise<{ done: true }> {
  const { userId } = getOfficer(ctx)
  return ctx.command(async (tx) => {
    const request = await lockRequest(tx, input.requestId)
    const account = request === undefined ? undefined : await findAccountOfRequest(tx, request.id)
    if (request === undefined || account === undefined) throw problem('request.not-found')
    throwIfRefused(refuseAnswer(request, input))
    const { outcome, answer, ethnicGroup } = input
    const isWritten = outcome === 'done' && request.field === 'ethnic-group' && ethnicGroup !== null
    if (isWritten) await correctEthnicGroup(tx, request.id, ethnicGroup)
    await closeCorrection(tx, request.id, { outcome, answer, decidedBy: userId })
    await queueSms(tx, ctx.crypto, {
      phone: ctx.crypto.openColumn(account.phoneSealed),
      text: `【中国教师资格网】您的更正个人信息申请（受理编号${request.number}）已有答复，请登录后在“我的服务申请”中查看。`,
      template: 'service.answered',
      accountId: request.accountId,
      dedupeKey: `service.answered:${request.id}`,
    })
    tx.concerns('service-request', request.id, { outcome, field: request.field ?? '' })
    return { done: true }
  })
}
