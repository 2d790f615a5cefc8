import { canDo } from '@xingtan/domain/application'
import { formatRegistrationNumber } from '@xingtan/domain/registration-number'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { getApplicant } from '../account/index.ts'
import { appendCaseEvents, lockCase, stateOf } from '../case/index.ts'
import { closeEvidenceUses } from '../evidence/index.ts'
import { queueSms } from '../message/index.ts'
import { markWithdrawn } from './sql.ts'
import { deleteDraftAmending } from './sql-draft.ts'

/** 撤回, before confirmation only: frees the records and the place in the round (APP-15). */
export async function withdrawApplication(
  ctx: Context,
  input: { readonly applicationId: string },
): Promise<{ done: true }> {
  return ctx.command(async (tx) => {
    const applicant = await getApplicant(tx)
    const application = await lockCase(tx, input.applicationId)
    if (application === undefined) throw problem('request.not-found')
    if (!canDo(stateOf(application), ['applicant'], 'withdraw')) {
      throw problem('application.not-withdrawable')
    }
    await markWithdrawn(tx, application.id)
    await closeEvidenceUses(tx, application.id, 'released')
    await deleteDraftAmending(tx, application.id)
    await appendCaseEvents(tx, { kind: 'applicant', id: applicant.id }, [
      { applicationId: application.id, kind: 'withdrawn', data: {} },
    ])
    await queueSms(tx, ctx.crypto, {
      phone: ctx.crypto.openColumn(applicant.phoneSealed),
      text: `【中国教师资格网】您的教师资格认定申请（报名号 ${formatRegistrationNumber(application.registrationNumber)}）已撤回；如非本人操作，请立即修改密码并联系客服。`,
      template: 'application.withdrawn',
      accountId: applicant.id,
      applicationId: application.id,
      dedupeKey: `withdrawn:${application.id}`,
    })
    tx.concerns('application', application.id)
    return { done: true }
  })
}
