import type { InputOf, OutputOf } from '@xingtan/contract/endpoint'
import type { getCustodyBoardEndpoint } from '@xingtan/contract/office/custody'
import { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import { readMark, writeMark } from '../../platform/page-mark.ts'
import { signedInOfficer } from '../../platform/signed-in-officer.ts'
import { listCustodyBoard } from './sql-regime.ts'

const PAGE = 100
const Mark = z.strictObject({ code: z.string().regex(/^\d{5}$/) })

/** Which agencies of the tree have items without a keeper or no regime of this year (ACC-12). */
export async function getCustodyBoard(
  ctx: Context,
  input: InputOf<typeof getCustodyBoardEndpoint>,
): Promise<OutputOf<typeof getCustodyBoardEndpoint>> {
  const { agencyCode } = signedInOfficer(ctx)
  const after = readMark(Mark, input.after)?.code ?? ''
  return ctx.readBelow(async (tx) => {
    const year = Number(tx.today.slice(0, 4))
    const asked = { topCode: agencyCode, year, isGapOnly: input.show === 'gap', after, limit: PAGE + 1 }
    const found = await listCustodyBoard(tx, asked)
    const rows = found.slice(0, PAGE)
    const last = rows.at(-1)
    return {
      year,
      rows: rows.map((row) => ({ ...row, regimeFiledAt: row.regimeFiledAt?.toISOString() ?? null })),
      after: found.length > PAGE && last !== undefined ? writeMark({ code: last.code }) : null,
    }
  })
}
