import type { OutputOf } from '@xingtan/contract/endpoint'
import type { listExamReportsEndpoint } from '@xingtan/contract/office/exam-bar'
import { maskName } from '@xingtan/domain/mask'
import type { Context } from '../../platform/context.ts'
import { readMark, writeMark } from '../../platform/page-mark.ts'
import { Mark } from './list-exam-imports.ts'
import { listReportRows } from './sql-report.ts'

const PAGE = 50

/** What the exam authority was told about entries of one's own line, newest first. */
export async function listExamReports(
  ctx: Context,
  input: { readonly after?: string | undefined },
): Promise<OutputOf<typeof listExamReportsEndpoint>> {
  const rows = await ctx.read((tx) => listReportRows(tx, { after: readMark(Mark, input.after), limit: PAGE + 1 }))
  const page = rows.slice(0, PAGE)
  const last = page.at(-1)
  const hasMore = rows.length > PAGE && last !== undefined
  return {
    rows: page.map((row) => ({
      reportId: row.id,
      maskedName: maskName(row.name),
      kind: row.kind,
      decisionNumber: row.decisionNumber,
      state: row.state,
      until: row.endsOn,
      queuedAt: row.queuedAt.toISOString(),
      sentAt: row.sentAt?.toISOString() ?? null,
      holdsProof: row.holdsProof,
    })),
    after: hasMore ? writeMark({ at: last.queuedAt.toISOString(), id: last.id }) : null,
  }
}
