import { z } from 'zod'
import type { OutputOf } from '@xingtan/contract/endpoint'
import type { listRestrictionHitsEndpoint } from '@xingtan/contract/office/restriction'
import type { Context } from '../../platform/context.ts'
import { readMark, writeMark } from '../../platform/page-mark.ts'
import { listHits } from './sql-hit.ts'

const PAGE = 50
const Mark = z.strictObject({ isClosed: z.boolean(), foundAt: z.iso.datetime(), id: z.uuid() })

/** The work list of one's own agency: cases and certificates that an entry concerns, open ones first (RES-6). */
export async function listRestrictionHits(
  ctx: Context,
  input: { readonly after?: string | undefined },
): Promise<OutputOf<typeof listRestrictionHitsEndpoint>> {
  const listed = await ctx.read((tx) => listHits(tx, readMark(Mark, input.after), PAGE + 1))
  const page = listed.slice(0, PAGE)
  const last = page.at(-1)
  const hasMore = listed.length > PAGE && last !== undefined
  const mark = hasMore ? { isClosed: last.closedAt !== null, foundAt: last.foundAt.toISOString(), id: last.id } : null
  return {
    rows: page.map(({ id, foundAt, closedAt, ...hit }) => ({
      hitId: id,
      ...hit,
      foundAt: foundAt.toISOString(),
      closedAt: closedAt?.toISOString() ?? null,
    })),
    after: mark === null ? null : writeMark(mark),
  }
}
