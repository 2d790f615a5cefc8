import type { OutputOf } from '@xingtan/contract/endpoint'
import type { getBoardEndpoint } from '@xingtan/contract/office/supervision'
import { addDays } from '@xingtan/domain/calendar-day'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { getOfficer } from '../case/index.ts'
import { loadPolicyBook } from '../policy/index.ts'
import { escalationOf } from './escalation.ts'
import { getOwnBoardRow, listBoardRows, listPathDown } from './sql-board.ts'

/** 督办: open, due and overdue cases of the agencies below, from the counters (ADM-1, DEC-4, S-050). */
export async function getBoard(
  ctx: Context,
  input: { readonly agencyCode?: string | undefined },
): Promise<OutputOf<typeof getBoardEndpoint>> {
  const officer = getOfficer(ctx)
  const agencyCode = input.agencyCode ?? officer.agencyCode
  return ctx.readBelow(async (tx) => {
    const path = await listPathDown(tx, officer.agencyCode, agencyCode)
    const agency = path.at(-1)
    if (agency === undefined) throw problem('request.not-found')
    const { days, until } = escalationOf(await loadPolicyBook(tx, officer.agencyCode), tx.today)
    const boardDays = { lastOfWeek: addDays(tx.today, 6), escalatedUntil: until }
    return {
      agency,
      path,
      own: await getOwnBoardRow(tx, agencyCode, boardDays),
      rows: await listBoardRows(tx, agencyCode, boardDays),
      escalateAfterDays: days,
    }
  })
}
