import { z } from 'zod'
import type { OutputOf } from '@xingtan/contract/endpoint'
import type { CaseStage } from '@xingtan/contract/office/case'
import type { BelowDue, listCasesBelowEndpoint } from '@xingtan/contract/office/supervision'
import { addDays } from '@xingtan/domain/calendar-day'
import type { Context } from '../../platform/context.ts'
import { readMark, writeMark } from '../../platform/page-mark.ts'
import { problem } from '../../platform/problem.ts'
import { getOfficer, listOpenCases, toCaseRow } from '../case/index.ts'
import { loadPolicyBook } from '../policy/index.ts'
import { escalationOf } from './escalation.ts'
import { listPathDown } from './sql-board.ts'

interface ListCasesBelow {
  readonly agencyCode: string
  readonly stage?: CaseStage | undefined
  readonly due?: BelowDue | undefined
  readonly after?: string | undefined
}

const PAGE = 50
const Mark = z.strictObject({ dueOn: z.iso.date().nullable(), id: z.uuid() })

function dueRange(today: string, due: BelowDue | undefined, escalatedUntil: string) {
  const ranges = {
    overdue: { dueFrom: null, dueTo: addDays(today, -1) },
    today: { dueFrom: today, dueTo: today },
    week: { dueFrom: today, dueTo: addDays(today, 6) },
    escalated: { dueFrom: null, dueTo: escalatedUntil },
  }
  return due === undefined ? { dueFrom: null, dueTo: null } : ranges[due]
}

/** Open cases of one agency below, masked, fifty a page; for reading alone (S-050). */
export async function listCasesBelow(
  ctx: Context,
  input: ListCasesBelow,
): Promise<OutputOf<typeof listCasesBelowEndpoint>> {
  const officer = getOfficer(ctx)
  const { agencyName, rows } = await ctx.readBelow(async (tx) => {
    const agency = (await listPathDown(tx, officer.agencyCode, input.agencyCode)).at(-1)
    if (agency === undefined) throw problem('request.not-found')
    const { until } = escalationOf(await loadPolicyBook(tx, officer.agencyCode), tx.today)
    const { agencyCode, stage = null } = input
    const filter = { stage, qualificationType: null, agencyCode, ...dueRange(tx.today, input.due, until) }
    const listed = await listOpenCases(tx, { filter, after: readMark(Mark, input.after), limit: PAGE + 1 })
    return { agencyName: agency.name, rows: listed }
  })
  const page = rows.slice(0, PAGE)
  const last = page.at(-1)
  return {
    agencyName,
    // Whatever was found by a check stays with the office that decides.
    rows: page.map((row) => toCaseRow(ctx.crypto, { ...officer, roles: [] }, row)),
    after: rows.length > PAGE && last !== undefined ? writeMark({ dueOn: last.dueOn, id: last.id }) : null,
  }
}
