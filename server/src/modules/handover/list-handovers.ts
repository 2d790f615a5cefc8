import type { InputOf, OutputOf } from '@xingtan/contract/endpoint'
import type { listHandoversEndpoint } from '@xingtan/contract/office/handover'
import type { Context } from '../../platform/context.ts'
import { readMark, writeMark } from '../../platform/page-mark.ts'
import { InstantMark } from './instant-mark.ts'
import { listHandoverRows } from './sql.ts'
import { toRow } from './to-view.ts'

const PAGE = 50

/** 交接清单 of the own agency and of those below: what is open, what is late (ACC-8). */
export async function listHandovers(
  ctx: Context,
  input: InputOf<typeof listHandoversEndpoint>,
): Promise<OutputOf<typeof listHandoversEndpoint>> {
  const after = readMark(InstantMark, input.after)
  return ctx.readBelow(async (tx) => {
    const found = await listHandoverRows(tx, { show: input.show ?? null, after, limit: PAGE + 1 })
    const rows = found.slice(0, PAGE)
    const last = rows.at(-1)
    return {
      rows: rows.map((row) => toRow(tx, row)),
      after:
        found.length > PAGE && last !== undefined ? writeMark({ at: last.openedAt.toISOString(), id: last.id }) : null,
    }
  })
}
