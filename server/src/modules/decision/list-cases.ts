import { z } from 'zod'
import type { OutputOf } from '@xingtan/contract/endpoint'
import type { CaseStage, listCasesEndpoint } from '@xingtan/contract/office/case'
import type { QualificationType } from '@xingtan/contract/qualification'
import { addDays } from '@xingtan/domain/calendar-day'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { readMark, writeMark } from '../../platform/page-mark.ts'
import { type ListedCase, getOfficer, listClosedCases, listOpenCases, toCaseRow } from '../case/index.ts'

interface ListCases {
  readonly stage?: CaseStage | undefined
  readonly qualificationType?: QualificationType | undefined
  readonly due?: 'overdue' | 'today' | 'week' | undefined
  readonly after?: string | undefined
}

const PAGE = 50
const OpenMark = z.strictObject({ dueOn: z.iso.date().nullable(), id: z.uuid() })
const ClosedMark = z.strictObject({ submittedAt: z.iso.datetime(), id: z.uuid() })

function dueRange(today: string, due: ListCases['due']): { dueFrom: string | null; dueTo: string | null } {
  if (due === 'overdue') return { dueFrom: null, dueTo: addDays(today, -1) }
  if (due === 'today') return { dueFrom: today, dueTo: today }
  return due === 'week' ? { dueFrom: today, dueTo: addDays(today, 6) } : { dueFrom: null, dueTo: null }
}

async function listPage(tx: Tx, input: ListCases, pointId: string | null): Promise<ListedCase[]> {
  const qualificationType = input.qualificationType ?? null
  const limit = PAGE + 1
  if (input.stage === 'closed') {
    return listClosedCases(tx, { qualificationType, after: readMark(ClosedMark, input.after), limit })
  }
  const filter = { stage: input.stage ?? null, qualificationType, pointId, ...dueRange(tx.today, input.due) }
  return listOpenCases(tx, { filter, after: readMark(OpenMark, input.after), limit })
}

/** The queue of one's own agency and point, fifty a page: open cases by due day, closed ones newest first. */
export async function listCases(ctx: Context, input: ListCases): Promise<OutputOf<typeof listCasesEndpoint>> {
  const officer = getOfficer(ctx)
  const listed = await ctx.read((tx) => listPage(tx, input, officer.pointId))
  const page = listed.slice(0, PAGE)
  const last = page.at(-1)
  const mark = (row: ListedCase) =>
    input.stage === 'closed'
      ? { submittedAt: row.submittedAt.toISOString(), id: row.id }
      : { dueOn: row.dueOn, id: row.id }
  return {
    rows: page.map((row) => toCaseRow(ctx.crypto, officer, row)),
    after: listed.length > PAGE && last !== undefined ? writeMark(mark(last)) : null,
  }
}
