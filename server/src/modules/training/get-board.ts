import { z } from 'zod'
import type { OutputOf } from '@xingtan/contract/endpoint'
import type { getTrainingBoardEndpoint } from '@xingtan/contract/office/training'
import { trainedSince } from '@xingtan/domain/training'
import type { Context } from '../../platform/context.ts'
import { readMark, writeMark } from '../../platform/page-mark.ts'
import { officerOf } from '../agency/index.ts'
import { loadPolicyBook } from '../policy/index.ts'
import { listBoard } from './sql-people.ts'

const PAGE = 50
const Mark = z.strictObject({ code: z.string().regex(/^\d{5}$/) })

/** Trainings of a year below the own agency, and who works without a valid one today (PLN-7, RPT-2). */
export async function getBoard(
  ctx: Context,
  input: { readonly year?: number | undefined; readonly after?: string | undefined },
): Promise<OutputOf<typeof getTrainingBoardEndpoint>> {
  const { agencyCode: topCode } = officerOf(ctx)
  return ctx.readBelow(async (tx) => {
    const year = input.year ?? Number(tx.today.slice(0, 4))
    const { value } = (await loadPolicyBook(tx, topCode)).resolve('training.rules', tx.today)
    const after = readMark(Mark, input.after)?.code ?? ''
    const since = trainedSince(tx.today, value)
    const listed = await listBoard(tx, { topCode, year, since, after, limit: PAGE + 1 })
    const rows = listed.slice(0, PAGE)
    const last = rows.at(-1)
    return {
      year,
      rows,
      after: listed.length > PAGE && last !== undefined ? writeMark({ code: last.agencyCode }) : null,
    }
  })
}
