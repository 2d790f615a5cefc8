import { z } from 'zod'
import type { OutputOf } from '@xingtan/contract/endpoint'
import type { listVettingMismatchesEndpoint } from '@xingtan/contract/office/vetting'
import type { Context } from '../../platform/context.ts'
import { readMark, writeMark } from '../../platform/page-mark.ts'
import { getOfficer } from '../case/index.ts'
import { listMismatches as listRows } from './sql-mismatch.ts'

const PAGE = 50
const Mark = z.strictObject({ id: z.uuid() })

/** Rows of answer files that fit nobody, and people a file forgot. */
export async function listMismatches(
  ctx: Context,
  input: { readonly after?: string | undefined },
): Promise<OutputOf<typeof listVettingMismatchesEndpoint>> {
  getOfficer(ctx)
  const listed = await ctx.read((tx) => listRows(tx, readMark(Mark, input.after)?.id ?? null, PAGE + 1))
  const page = listed.slice(0, PAGE)
  const last = page.at(-1)
  return {
    rows: page.map(({ id, importedAt, ...row }) => ({ mismatchId: id, ...row, importedAt: importedAt.toISOString() })),
    after: listed.length > PAGE && last !== undefined ? writeMark({ id: last.id }) : null,
  }
}
