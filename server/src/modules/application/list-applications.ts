import type { ApplicationSummary } from '@xingtan/contract/application'
import type { Context } from '../../platform/context.ts'
import { listCasesOf } from '../case/index.ts'
import { atCurrentOffice } from './current-office.ts'
import { applicantIdOf } from './applicant-id.ts'
import { countUnreadMessages, listRunningRounds } from './sql-view.ts'
import { toSummary } from './to-summary.ts'

/** 查询报名信息: the running round and the history, newest first (APP-9). */
export async function listApplications(ctx: Context): Promise<{ applications: ApplicationSummary[] }> {
  const accountId = applicantIdOf(ctx.actor)
  return ctx.read(async (tx) => {
    const rows = await listCasesOf(tx, accountId)
    const running = await listRunningRounds(tx)
    const unread = await countUnreadMessages(tx, accountId)
    return {
      applications: (await atCurrentOffice(tx, rows)).map(({ row, formerAgencyName }) =>
        toSummary(row, {
          current: running.has(row.roundId),
          unreadMessages: unread.get(row.id) ?? 0,
          formerAgencyName,
        }),
      ),
    }
  })
}
