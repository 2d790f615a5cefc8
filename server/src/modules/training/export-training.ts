import type { Context } from '../../platform/context.ts'
import type { BinaryReply } from '../../platform/http-bind.ts'
import { problem } from '../../platform/problem.ts'
import { writeSheet } from '../../platform/sheet.ts'
import { officerOf } from '../agency/index.ts'
import { findSession } from './sql.ts'
import { listAttendants } from './sql-people.ts'

const TITLES = ['培训主题', '培训日期', '机构代码', '机构名称', '姓名', '是否参加']
const MOST = 20_000

/** The attendance list of a training as one sheet of text cells; the export is an event (S-095, S-143). */
export async function exportTraining(ctx: Context, input: { readonly sessionId: string }): Promise<BinaryReply> {
  const { agencyCode: topCode } = officerOf(ctx)
  const { session, people } = await ctx.readBelow(async (tx) => {
    const found = await findSession(tx, input.sessionId)
    if (found === undefined) throw problem('request.not-found')
    const { sessionId } = found
    const asked = { sessionId, topCode, show: 'all', after: null, limit: MOST } as const
    return { session: found, people: await listAttendants(tx, asked) }
  })
  await ctx.write((tx) => {
    tx.concerns('training', session.sessionId, { people: people.length }, 'read')
    return Promise.resolve()
  })
  const { topic, heldFrom, heldTo } = session
  const days = heldFrom === heldTo ? heldFrom : `${heldFrom} 至 ${heldTo}`
  const rows = people.map(({ agencyCode, agencyName, name, attended }) => [
    topic,
    days,
    agencyCode,
    agencyName,
    name,
    attended ? '参加' : '未参加',
  ])
  return {
    bytes: writeSheet({ name: '培训签到', columns: TITLES.map((title) => ({ title })), rows }),
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    fileName: `training-${heldTo}.xlsx`,
  }
}
