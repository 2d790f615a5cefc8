import type { InputOf, OutputOf } from '@xingtan/contract/endpoint'
import type { listCustodyEndpoint } from '@xingtan/contract/office/custody'
import { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import { readMark, writeMark } from '../../platform/page-mark.ts'
import { signedInOfficer } from '../../platform/signed-in-officer.ts'
import { listItems as listRows } from './sql.ts'
import { toItem } from './to-item.ts'

const PAGE = 50
const Mark = z.strictObject({ agencyCode: z.string(), kind: z.string(), serial: z.string() })

/** Items of the own agency and of those below, with who keeps them now (ACC-12). */
export async function listItems(
  ctx: Context,
  input: InputOf<typeof listCustodyEndpoint>,
): Promise<OutputOf<typeof listCustodyEndpoint>> {
  const officer = signedInOfficer(ctx)
  const { kind = null, show = null, agencyCode = null } = input
  const after = readMark(Mark, input.after)
  return ctx.readBelow(async (tx) => {
    const found = await listRows(tx, { kind, show, agencyCode, after, limit: PAGE + 1 })
    const rows = found.slice(0, PAGE)
    const last = rows.at(-1)
    const mark =
      found.length > PAGE && last !== undefined
        ? writeMark({ agencyCode: last.agencyCode, kind: last.kind, serial: last.serial })
        : null
    return { rows: rows.map((row) => toItem(row, officer)), after: mark }
  })
}
