import { readableMinute } from '@xingtan/domain/readable-time'
import type { Services } from '../../platform/context.ts'
import { type JobRun, addJob } from '../../platform/jobs.ts'
import { postSiteMessages, queueManySms } from '../message/index.ts'
import { putInForce } from './sql-plan.ts'
import { claimAffected } from './sql-tell.ts'

const AT_ONCE = 200

/** Tells everybody who waits for confirmation that the plan has changed, by SMS and in the inbox, once each (PLN-5). */
export async function tellAffected({ db, crypto }: Services, run: JobRun): Promise<void> {
  const publicationId = run.job.payload['publicationId'] ?? ''
  await db.transaction({}, async (tx) => {
    await run.holdLease(tx)
    const people = await claimAffected(tx, publicationId, AT_ONCE)
    const template = 'plan.changed'
    const messages = people.map(
      ({ applicationId, accountId, phoneSealed, agencyName, pointName, confirmFrom, confirmTo }) => {
        const times =
          confirmFrom === null || confirmTo === null
            ? '请登录查看'
            : `${readableMinute(confirmFrom)} 至 ${readableMinute(confirmTo)}`
        const body = `${agencyName}变更了认定计划。您选择的确认点是“${pointName}”，现场确认时间为${times}。您不需要重新报名，请按新的时间办理。`
        return { applicationId, accountId, template, sender: agencyName, body, phone: crypto.openColumn(phoneSealed) }
      },
    )
    await queueManySms(
      tx,
      crypto,
      messages.map(({ applicationId, accountId, sender, phone }) => ({
        phone,
        text: `【中国教师资格网】${sender}变更了认定计划，现场确认时间有调整，请登录查看。`,
        template,
        accountId,
        applicationId,
        dedupeKey: `${template}:${publicationId}:${applicationId}`,
      })),
    )
    await postSiteMessages(
      tx,
      messages.map(({ phone: _phone, ...letter }) => letter),
    )
    if (people.length === AT_ONCE) await addJob(tx, 'plan.tell-affected', { publicationId })
  })
}

/** Puts a publication in force at its hour; those it concerns are told afterwards. */
export async function beginPublication({ db }: Services, run: JobRun): Promise<void> {
  const publicationId = run.job.payload['publicationId'] ?? ''
  await db.transaction({}, async (tx) => {
    await run.holdLease(tx)
    if (await putInForce(tx, publicationId)) await addJob(tx, 'plan.tell-affected', { publicationId })
  })
}
