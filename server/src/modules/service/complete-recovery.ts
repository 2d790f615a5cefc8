import { isRecoveryDue } from '@xingtan/domain/service'
import type { Services } from '../../platform/context.ts'
import type { JobRun } from '../../platform/jobs.ts'
import { findAccount, replacePhone } from '../account/index.ts'
import { queueSms } from '../message/index.ts'
import { closeRecovery, lockRequest } from './sql.ts'

/**
 * Seventy-two hours later: the account gets its new phone and every session of it ends, unless somebody has objected.
 * Both phones are told. Runs twice without harm (S-018).
 */
export async function completeRecovery(services: Services, run: JobRun): Promise<void> {
  const { requestId = '' } = run.job.payload
  await services.db.transaction({}, async (tx) => {
    await run.holdLease(tx)
    const request = await lockRequest(tx, requestId)
    if (request === undefined || !isRecoveryDue(request, tx.now)) return
    const { accountId, newPhoneSealed: phoneSealed, newPhoneIndex: phoneIndex } = request
    const account = await findAccount(tx, accountId)
    if (account === undefined || phoneSealed === null || phoneIndex === null) return
    await replacePhone(tx, accountId, { phoneSealed, phoneIndex })
    await closeRecovery(tx, request.id)
    const { crypto } = services
    for (const [which, sealed] of [
      ['old', account.phoneSealed],
      ['new', phoneSealed],
    ] as const) {
      await queueSms(tx, crypto, {
        phone: crypto.openColumn(sealed),
        text: `【中国教师资格网】您的账号已按受理编号${request.number}更换手机号码，原有登录已全部退出。非本人办理的，请立即联系认定机构。`,
        template: 'service.recovery-done',
        accountId,
        dedupeKey: `service.recovery-done:${request.id}:${which}`,
      })
    }
  })
}
