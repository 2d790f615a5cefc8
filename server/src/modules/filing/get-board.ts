import { z } from 'zod'
import type { InputOf, OutputOf } from '@xingtan/contract/endpoint'
import type { getFilingBoardEndpoint } from '@xingtan/contract/office/filing'
import { isFilingLate } from '@xingtan/domain/filing'
import { shanghaiDay } from '@xingtan/domain/shanghai-time'
import type { Context } from '../../platform/context.ts'
import { readMark, writeMark } from '../../platform/page-mark.ts'
import { officerOf } from '../agency/index.ts'
import { getDue } from './get-subject.ts'
import { listBoard } from './sql-board.ts'

const PAGE = 50
const Mark = z.strictObject({ code: z.string().regex(/^\d{5}$/) })

/** Who below has handed a filing in, and who is missing or late (PLN-2, RPT-2). */
export async function getBoard(
  ctx: Context,
  input: InputOf<typeof getFilingBoardEndpoint>,
): Promise<OutputOf<typeof getFilingBoardEndpoint>> {
  const { agencyCode, agencyLevel } = officerOf(ctx)
  const subject = { kind: input.kind, year: Number(input.year), roundId: input.roundId ?? null }
  return ctx.readBelow(async (tx) => {
    const due = await getDue(tx, agencyCode, subject)
    const after = readMark(Mark, input.after)?.code ?? ''
    const asked = { ...subject, topCode: agencyCode, state: input.state ?? null, after }
    const listed = await listBoard(tx, { ...asked, limit: PAGE + 1 })
    const page = listed.slice(0, PAGE)
    const last = page.at(-1)
    const rows = page.map(({ firstHandedInAt, ...row }) => {
      const handedInOn = firstHandedInAt === null ? null : shanghaiDay(firstHandedInAt)
      const isLate = isFilingLate(due.dueOn, handedInOn, tx.today)
      return { ...row, isLate, handedInAt: firstHandedInAt?.toISOString() ?? null }
    })
    const hasMore = listed.length > PAGE && last !== undefined
    const mayRemind = agencyLevel === 'nation' || agencyLevel === 'province' || agencyLevel === 'city'
    return { ...due, mayRemind, rows, after: hasMore ? writeMark({ code: last.agencyCode }) : null }
  })
}
