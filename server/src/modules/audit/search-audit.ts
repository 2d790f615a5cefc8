import { z } from 'zod'
import type { OutputOf } from '@xingtan/contract/endpoint'
import type { AuditFilter, searchAuditEndpoint } from '@xingtan/contract/office/audit'
import type { Context } from '../../platform/context.ts'
import { readMark, writeMark } from '../../platform/page-mark.ts'
import { signedInOfficer } from '../../platform/signed-in-officer.ts'
import { searchEvents } from './sql-search.ts'
import { toAuditRow } from './to-audit-row.ts'
import { toDetail, toQuestion } from './to-question.ts'

const PAGE = 50
const Mark = z.strictObject({ number: z.number().int() })

/**
 * Events of the auditor's tree. The question itself is an event, stored before anything is answered: nobody watches
 * unwatched (ADM-5, S-145).
 */
export async function searchAudit(
  ctx: Context,
  input: AuditFilter & { readonly after?: string | undefined },
): Promise<OutputOf<typeof searchAuditEndpoint>> {
  const { agencyCode } = signedInOfficer(ctx)
  const { question, listed } = await ctx.read(async (tx) => {
    const asked = toQuestion(input, tx.now, readMark(Mark, input.after)?.number ?? null)
    return { question: asked, listed: await searchEvents(tx, asked, PAGE + 1) }
  })
  const page = listed.slice(0, PAGE)
  const last = listed.length > PAGE ? page.at(-1) : undefined
  await ctx.write(async (tx) => tx.concerns('audit', agencyCode, toDetail(question, page.length), 'read'))
  const { from, to } = question
  return { rows: page.map(toAuditRow), after: last === undefined ? null : writeMark({ number: last.number }), from, to }
}
