import { z } from 'zod'
import type { OutputOf } from '@xingtan/contract/endpoint'
import type { listUnreadThreadsEndpoint } from '@xingtan/contract/office/thread'
import type { Context } from '../../platform/context.ts'
import { readMark, writeMark } from '../../platform/page-mark.ts'
import { getOfficer, listCaseRows, toCaseRow } from '../case/index.ts'
import { listWaiting } from './sql.ts'

const PAGE = 50
const Mark = z.strictObject({ since: z.iso.datetime({ precision: 6 }), id: z.uuid() })

/** Whose 留言 wait for somebody of the office to read them, the longest waiting first (CNF-4). */
export async function listUnread(
  ctx: Context,
  input: { readonly after?: string | undefined },
): Promise<OutputOf<typeof listUnreadThreadsEndpoint>> {
  const officer = getOfficer(ctx)
  return ctx.read(async (tx) => {
    const found = await listWaiting(tx, { after: readMark(Mark, input.after), limit: PAGE + 1 })
    const page = found.slice(0, PAGE)
    const cases = new Map(
      (
        await listCaseRows(
          tx,
          page.map(({ applicationId }) => applicationId),
        )
      ).map((row) => [row.id, row]),
    )
    const last = page.at(-1)
    return {
      rows: page.flatMap(({ applicationId, unread, waitingSince }) => {
        const row = cases.get(applicationId)
        if (row === undefined) return []
        return [{ ...toCaseRow(ctx.crypto, officer, row), unread, waitingSince: waitingSince.toISOString() }]
      }),
      after: found.length > PAGE && last !== undefined ? writeMark({ since: last.mark, id: last.applicationId }) : null,
    }
  })
}
