import { z } from 'zod'
import type { OutputOf } from '@xingtan/contract/endpoint'
import type { listVettingLooksEndpoint } from '@xingtan/contract/office/vetting'
import type { Context } from '../../platform/context.ts'
import { readMark, writeMark } from '../../platform/page-mark.ts'
import { getOfficer } from '../case/index.ts'
import { listLooks as listRows } from './sql-look.ts'

const PAGE = 50
const Mark = z.strictObject({ at: z.iso.datetime(), id: z.uuid() })

/** Who looked at results of the agency, newest first (DEC-2). */
export async function listLooks(
  ctx: Context,
  input: { readonly after?: string | undefined },
): Promise<OutputOf<typeof listVettingLooksEndpoint>> {
  getOfficer(ctx)
  const listed = await ctx.read((tx) => listRows(tx, readMark(Mark, input.after), PAGE + 1))
  const page = listed.slice(0, PAGE)
  const last = page.at(-1)
  return {
    rows: page.map(({ id, at, ...look }) => ({ lookId: id, ...look, at: at.toISOString() })),
    after: listed.length > PAGE && last !== undefined ? writeMark({ at: last.at.toISOString(), id: last.id }) : null,
  }
}
