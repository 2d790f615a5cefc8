import { z } from 'zod'
import type { OutputOf } from '@xingtan/contract/endpoint'
import type { listChannelReceiptsEndpoint } from '@xingtan/contract/office/channel'
import type { Context } from '../../platform/context.ts'
import { readMark, writeMark } from '../../platform/page-mark.ts'
import { listRecipients } from './sql-receipt.ts'

const PAGE = 100
const Mark = z.strictObject({ agencyCode: z.string(), userId: z.uuid() })
type Wanted = z.output<(typeof listChannelReceiptsEndpoint)['input']>

/** Who has read and confirmed a post of one's own agency, person by person; nothing for a post of another one. */
export async function listChannelReceipts(
  ctx: Context,
  input: Wanted,
): Promise<OutputOf<typeof listChannelReceiptsEndpoint>> {
  const listed = await ctx.read((tx) =>
    listRecipients(tx, input, { after: readMark(Mark, input.after), limit: PAGE + 1 }),
  )
  const page = listed.slice(0, PAGE)
  const last = listed.length > PAGE ? page.at(-1) : undefined
  return {
    rows: page.map(({ userId, agencyName, name, readAt, confirmedAt }) => ({
      userId,
      agencyName,
      name,
      readAt: readAt?.toISOString() ?? null,
      confirmedAt: confirmedAt?.toISOString() ?? null,
    })),
    after: last === undefined ? null : writeMark({ agencyCode: last.agencyCode, userId: last.userId }),
  }
}
