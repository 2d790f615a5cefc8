import type { InputOf, OutputOf } from '@xingtan/contract/endpoint'
import type { listNoticesBelowEndpoint } from '@xingtan/contract/office/notice-takedown'
import { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import { readMark, writeMark } from '../../platform/page-mark.ts'
import { listBelow } from './sql-takedown.ts'

const ROWS = 30
const Mark = z.strictObject({ at: z.iso.datetime(), id: z.uuid() })

/** What offices below have before the public, for an upper office to read (PUB-5). */
export async function listNoticesBelow(
  ctx: Context,
  { text, after }: InputOf<typeof listNoticesBelowEndpoint>,
): Promise<OutputOf<typeof listNoticesBelowEndpoint>> {
  const mark = readMark(Mark, after)
  const wish = { text: text === undefined || text === '' ? null : text, after: mark, limit: ROWS + 1 }
  const found = await ctx.readBelow((tx) => listBelow(tx, wish))
  const rows = found.slice(0, ROWS)
  const last = rows.at(-1)
  const hasMore = found.length > ROWS && last !== undefined
  return {
    rows: rows.map((row) => ({ ...row, publishedAt: row.publishedAt.toISOString() })),
    after: hasMore ? writeMark({ at: last.publishedAt.toISOString(), id: last.noticeId }) : null,
  }
}
