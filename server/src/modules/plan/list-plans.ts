import { z } from 'zod'
import type { InputOf, OutputOf } from '@xingtan/contract/endpoint'
import type { listPlansEndpoint } from '@xingtan/contract/office/plan'
import type { Context } from '../../platform/context.ts'
import { readMark, writeMark } from '../../platform/page-mark.ts'
import { getOfficer } from '../case/index.ts'
import { type BoardRow, listBoard } from './sql-board.ts'
import { listRounds } from './sql-facts.ts'

const PAGE = 50
const Mark = z.strictObject({ code: z.string() })

/** The board's words for both deadlines: an announcement is done when the plan is published (PLN-4). */
function toRow(row: BoardRow, today: string): OutputOf<typeof listPlansEndpoint>['rows'][number] {
  const { announceBy, completeBy } = row
  const due = (day: string | null) => {
    if (day === null) return null
    return day < today ? 'overdue' : 'due'
  }
  const announcement = row.state === 'published' ? 'done' : due(announceBy)
  return { ...row, announcement, completion: due(completeBy) }
}

/** Rounds that are not over, and the plans of one of them in the officer's part of the tree, fifty a page. */
export async function listPlans(
  ctx: Context,
  input: InputOf<typeof listPlansEndpoint>,
): Promise<OutputOf<typeof listPlansEndpoint>> {
  const { agencyCode } = getOfficer(ctx)
  return ctx.readBelow(async (tx) => {
    const rounds = (await listRounds(tx, agencyCode)).map(({ id, name, kind, opensAt, closesAt }) => ({
      roundId: id,
      name,
      kind,
      opensAt: opensAt.toISOString(),
      closesAt: closesAt.toISOString(),
    }))
    const roundId = input.roundId ?? rounds[0]?.roundId ?? null
    if (roundId === null) return { rounds, roundId, rows: [], after: null }
    const after = readMark(Mark, input.after)?.code ?? null
    const listed = await listBoard(tx, {
      agencyCode,
      roundId,
      scope: input.scope ?? 'children',
      after,
      limit: PAGE + 1,
    })
    const page = listed.slice(0, PAGE)
    const last = page.at(-1)
    return {
      rounds,
      roundId,
      rows: page.map((row) => toRow(row, tx.today)),
      after: listed.length > PAGE && last !== undefined ? writeMark({ code: last.agencyCode }) : null,
    }
  })
}
