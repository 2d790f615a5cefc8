import { z } from 'zod'
import type { OutputOf } from '@xingtan/contract/endpoint'
import type { ExamImport, listExamImportsEndpoint } from '@xingtan/contract/office/exam-bar'
import type { OfficerActor } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import { readMark, writeMark } from '../../platform/page-mark.ts'
import { getOfficer } from '../case/index.ts'
import { type StoredImport, listImportRows } from './sql.ts'

const PAGE = 50
export const Mark = z.strictObject({ at: z.iso.datetime(), id: z.uuid() })

/** A list as an officer sees it. */
export function toImport(officer: OfficerActor, stored: StoredImport): ExamImport {
  const { id, source, state, count, fresh, known, faulty, agencyName, reviewAgencyName, returnReason } = stored
  return {
    importId: id,
    source,
    state,
    count,
    fresh,
    known,
    faulty,
    agencyName,
    enteredBy: stored.enteredByName,
    enteredAt: stored.enteredAt.toISOString(),
    reviewAgencyName,
    reviewedBy: stored.reviewedByName,
    reviewedAt: stored.reviewedAt?.toISOString() ?? null,
    returnReason,
    isMineToReview:
      state === 'pending' && stored.reviewAgencyCode === officer.agencyCode && stored.enteredBy !== officer.personId,
  }
}

/** Lists of one's own agency and of those one reviews, newest first. */
export async function listExamImports(
  ctx: Context,
  input: { readonly after?: string | undefined },
): Promise<OutputOf<typeof listExamImportsEndpoint>> {
  const officer = getOfficer(ctx)
  const rows = await ctx.read((tx) => listImportRows(tx, { after: readMark(Mark, input.after), limit: PAGE + 1 }))
  const page = rows.slice(0, PAGE)
  const last = page.at(-1)
  const hasMore = rows.length > PAGE && last !== undefined
  return {
    imports: page.map((row) => toImport(officer, row)),
    after: hasMore ? writeMark({ at: last.enteredAt.toISOString(), id: last.id }) : null,
  }
}
