import { AUDIT_ACTOR_TITLES, AUDIT_OUTCOME_TITLES, type AuditFilter } from '@xingtan/contract/office/audit'
import { readableMinute } from '@xingtan/domain/readable-time'
import type { Context } from '../../platform/context.ts'
import type { BinaryReply } from '../../platform/http-bind.ts'
import { writeSheet } from '../../platform/sheet.ts'
import { signedInOfficer } from '../../platform/signed-in-officer.ts'
import { searchEvents } from './sql-search.ts'
import { toDetail, toQuestion } from './to-question.ts'

const MOST = 10_000
const HEADS = [
  '序号',
  '时间（北京时间）',
  '时间（UTC）',
  '事件',
  '结果',
  '操作者',
  '机构',
  '对象类别',
  '对象编号',
  '事件编号',
]

/** The events of a search as a sheet, newest first, at most 10,000; the export is an event itself (ADM-5, S-145). */
export async function exportAudit(ctx: Context, filter: AuditFilter): Promise<BinaryReply> {
  const { agencyCode } = signedInOfficer(ctx)
  const { question, events } = await ctx.read(async (tx) => {
    const asked = toQuestion(filter, tx.now, null)
    return { question: asked, events: await searchEvents(tx, asked, MOST) }
  })
  await ctx.write(async (tx) => tx.concerns('audit', agencyCode, toDetail(question, events.length), 'read'))
  const rows = events.map((event) => [
    String(event.number),
    readableMinute(event.at),
    event.at.toISOString(),
    event.event,
    AUDIT_OUTCOME_TITLES[event.outcome],
    event.actorName ?? AUDIT_ACTOR_TITLES[event.actorKind],
    event.agencyName ?? '',
    event.objectKind,
    event.objectId,
    event.id,
  ])
  return {
    bytes: writeSheet({ name: '审计事件', columns: HEADS.map((title) => ({ title })), rows }),
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    fileName: '审计事件.xlsx',
  }
}
