import { z } from 'zod'
import type { OutputOf } from '@xingtan/contract/endpoint'
import type { RestrictionState, listRestrictionsEndpoint } from '@xingtan/contract/office/restriction'
import type { Context } from '../../platform/context.ts'
import { readMark, writeMark } from '../../platform/page-mark.ts'
import { getOfficer } from '../case/index.ts'
import { listEntries } from './sql-entry.ts'
import { toEntryRow } from './to-entry-row.ts'

const PAGE = 50
const Mark = z.strictObject({ enteredAt: z.iso.datetime(), id: z.uuid() })

/** Entries of one's own agency, of those below, and those one has to review; newest first, fifty a page. */
export async function listRestrictions(
  ctx: Context,
  input: { readonly state?: RestrictionState | undefined; readonly after?: string | undefined },
): Promise<OutputOf<typeof listRestrictionsEndpoint>> {
  const officer = getOfficer(ctx)
  const asked = { state: input.state ?? null, after: readMark(Mark, input.after), limit: PAGE + 1 }
  const listed = await ctx.read((tx) => listEntries(tx, asked))
  const page = listed.slice(0, PAGE)
  const last = page.at(-1)
  const hasMore = listed.length > PAGE && last !== undefined
  return {
    rows: page.map((entry) => toEntryRow(ctx.crypto, officer, entry)),
    after: hasMore ? writeMark({ enteredAt: last.enteredAt.toISOString(), id: last.id }) : null,
  }
}
