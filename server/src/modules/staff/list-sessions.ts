import { z } from 'zod'
import type { OutputOf } from '@xingtan/contract/endpoint'
import type { listSessionsEndpoint } from '@xingtan/contract/office/door'
import type { Context } from '../../platform/context.ts'
import { readMark, writeMark } from '../../platform/page-mark.ts'
import { getOfficer } from '../case/index.ts'
import { listLiveSessions } from './sql-session-list.ts'

const PAGE = 50

/** Where the last row of a page stands in time. */
export const TimeMark = z.strictObject({ at: z.iso.datetime(), id: z.uuid() })

/** Who is signed in now, in the agencies of this security officer (ACC-9, S-023). */
export async function listSessions(
  ctx: Context,
  input: { readonly after?: string | undefined },
): Promise<OutputOf<typeof listSessionsEndpoint>> {
  const officer = getOfficer(ctx)
  const after = readMark(TimeMark, input.after)
  const found = await ctx.read((tx) => listLiveSessions(tx, { after, limit: PAGE + 1 }))
  const rows = found.slice(0, PAGE)
  const last = rows.at(-1)
  return {
    rows: rows.map(({ id, userId, startedAt, seenAt, ...row }) => ({
      ...row,
      sessionId: id,
      startedAt: startedAt.toISOString(),
      seenAt: seenAt.toISOString(),
      isOwn: userId === officer.userId,
    })),
    after:
      found.length > PAGE && last !== undefined ? writeMark({ at: last.startedAt.toISOString(), id: last.id }) : null,
  }
}
