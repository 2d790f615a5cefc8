import { z } from 'zod'
import type { InputOf, OutputOf } from '@xingtan/contract/endpoint'
import type { getWorkInfoBoardEndpoint } from '@xingtan/contract/office/work-info'
import type { Context } from '../../platform/context.ts'
import { readMark, writeMark } from '../../platform/page-mark.ts'
import { officerOf } from '../agency/index.ts'
import { makeFileLink } from '../file/index.ts'
import { getCollection } from './get-collection.ts'
import { type BoardRow, listBoard } from './sql.ts'

const PAGE = 100
const Mark = z.strictObject({ code: z.string().regex(/^\d{5}$/) })

/** Who of the own tree is missing, late or returned, and what lies on the own desk (ACC-10). */
export async function getBoard(
  ctx: Context,
  input: InputOf<typeof getWorkInfoBoardEndpoint>,
): Promise<OutputOf<typeof getWorkInfoBoardEndpoint>> {
  const officer = officerOf(ctx)
  return ctx.readBelow(async (tx) => {
    const { collectorCode: _code, ...collection } = await getCollection(tx, officer, input.collectionId)
    const after = readMark(Mark, input.after)?.code ?? ''
    const asked = { collectionId: input.collectionId, topCode: officer.agencyCode, state: input.state ?? null, after }
    const rows = await listBoard(tx, { ...asked, limit: PAGE + 1 })
    const page = rows.slice(0, PAGE)
    const last = page.at(-1)
    const toRow = ({ heldBy, scanFileId, ...row }: BoardRow) => ({
      ...row,
      isHere: row.state === 'handed-in' && heldBy === officer.agencyCode,
      scanUrl: scanFileId === null ? null : makeFileLink(ctx.crypto, ctx.actor, scanFileId, tx.now),
    })
    const hasMore = rows.length > PAGE && last !== undefined
    return { collection, rows: page.map(toRow), after: hasMore ? writeMark({ code: last.code }) : null }
  })
}
