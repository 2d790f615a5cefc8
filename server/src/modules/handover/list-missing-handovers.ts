import type { OutputOf } from '@xingtan/contract/endpoint'
import type { listMissingHandoversEndpoint } from '@xingtan/contract/office/handover'
import type { Context } from '../../platform/context.ts'
import { readMark, writeMark } from '../../platform/page-mark.ts'
import { InstantMark } from './instant-mark.ts'
import { listMissing } from './sql.ts'

const PAGE = 50

/** Who has left without a 交接清单: leaving is possible at once, the list stays due (ACC-8). */
export async function listMissingHandovers(
  ctx: Context,
  input: { readonly after?: string | undefined },
): Promise<OutputOf<typeof listMissingHandoversEndpoint>> {
  const after = readMark(InstantMark, input.after)
  return ctx.readBelow(async (tx) => {
    const found = await listMissing(tx, { after, limit: PAGE + 1 })
    const rows = found.slice(0, PAGE)
    const last = rows.at(-1)
    return {
      rows: rows.map((row) => ({ ...row, leftAt: row.leftAt.toISOString() })),
      after:
        found.length > PAGE && last !== undefined
          ? writeMark({ at: last.leftAt.toISOString(), id: last.personId })
          : null,
    }
  })
}
