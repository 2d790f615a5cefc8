import { Business, type listNoticesEndpoint } from '@xingtan/contract/notice'
import type { InputOf, OutputOf } from '@xingtan/contract/endpoint'
import { searchWriting } from '@xingtan/domain/search-text'
import { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import { readMark, writeMark } from '../../platform/page-mark.ts'
import { listMeantRegions } from '../agency/index.ts'
import { listNotices } from './sql.ts'
import { toLine } from './to-line.ts'

const ROWS = 20
const Mark = z.strictObject({ pinned: z.boolean(), at: z.iso.datetime(), id: z.uuid() })

/** Announcements that are out, for a place, a business or a word of them (PUB-1, PUB-5). */
export async function listPublicNotices(
  ctx: Context,
  input: InputOf<typeof listNoticesEndpoint>,
): Promise<OutputOf<typeof listNoticesEndpoint>> {
  const after = readMark(Mark, input.after)
  const text = searchWriting(input.text ?? '')
  return ctx.read(async (tx) => {
    const wish = {
      regions: input.regionCode === undefined ? null : await listMeantRegions(tx, input.regionCode),
      business: Business.exclude(['all']).safeParse(input.business).data,
      text: text === '' ? undefined : text,
    }
    const found = await listNotices(tx, { ...wish, after, limit: ROWS + 1 })
    const rows = found.slice(0, ROWS)
    const last = rows.at(-1)
    const mark =
      found.length > ROWS && last !== undefined
        ? writeMark({ pinned: last.isPinned, at: last.publishedAt.toISOString(), id: last.id })
        : null
    return { notices: rows.map(toLine), after: mark }
  })
}
