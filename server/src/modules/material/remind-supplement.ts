import { readableDay } from '@xingtan/domain/readable-time'
import type { Services } from '../../platform/context.ts'
import type { JobRun } from '../../platform/jobs.ts'
import { findCase, stateOf, tellApplicant } from '../case/index.ts'
import { findWaitingRequest } from './sql-request.ts'

/** Reminds of granted time, the day before and on the last day; what was done or moved meanwhile is not reminded of. */
export async function remindSupplement(services: Services, run: JobRun): Promise<void> {
  const { supplementId = '', dueOn = '', on = '' } = run.job.payload
  await services.db.transaction({}, async (tx) => {
    await run.holdLease(tx)
    const request = await findWaitingRequest(tx, supplementId, dueOn)
    const record = request === undefined ? undefined : await findCase(tx, request.applicationId)
    if (record === undefined || stateOf(record) !== 'awaiting-confirmation' || tx.today !== on) return
    const last = on === dueOn ? '今天是最后一天' : `期限到${readableDay(dueOn)}`
    await tellApplicant(tx, services.crypto, record, {
      sender: record.snapshot.pointName,
      template: `material.remind-${on}`,
      sms: `您的教师资格认定材料还有内容需要补正，${last}，请登录处理。`,
      body: `还有内容需要补正，${last}，请处理后再次提交。`,
    })
  })
}
