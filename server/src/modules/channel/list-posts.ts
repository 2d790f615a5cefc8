import { z } from 'zod'
import type { OutputOf } from '@xingtan/contract/endpoint'
import type { listChannelPostsEndpoint } from '@xingtan/contract/office/channel'
import type { Context } from '../../platform/context.ts'
import { readMark, writeMark } from '../../platform/page-mark.ts'
import { signedInOfficer } from '../../platform/signed-in-officer.ts'
import { listPosts } from './sql-post.ts'
import { toChannelRow } from './to-row.ts'

const PAGE = 50
const Mark = z.strictObject({ postedAt: z.iso.datetime(), id: z.uuid() })
type Filter = z.output<(typeof listChannelPostsEndpoint)['input']>

/** What a person typed, found as it stands: no wildcard of the database means anything in it. */
function patternOf(search: string | undefined): string | null {
  if (search === undefined || search === '') return null
  return `%${search.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
}

/** 收件 and 发件 of one's agency, newest first (ADM-7). */
export async function listChannelPosts(
  ctx: Context,
  input: Filter,
): Promise<OutputOf<typeof listChannelPostsEndpoint>> {
  const { roles } = signedInOfficer(ctx)
  const filter = {
    box: input.box,
    kind: input.kind ?? null,
    isUnconfirmed: input.unconfirmed === 'yes',
    pattern: patternOf(input.search),
    roles,
  }
  return ctx.read(async (tx) => {
    const listed = await listPosts(tx, filter, { after: readMark(Mark, input.after), limit: PAGE + 1 })
    const page = listed.slice(0, PAGE)
    const last = listed.length > PAGE ? page.at(-1) : undefined
    return {
      rows: page.map((post) => toChannelRow(post, tx.today)),
      after: last === undefined ? null : writeMark({ postedAt: last.postedAt.toISOString(), id: last.id }),
    }
  })
}
