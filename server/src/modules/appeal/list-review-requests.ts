import { z } from 'zod'
import type { OutputOf } from '@xingtan/contract/endpoint'
import type { ReviewRequestRow, listReviewRequestsEndpoint } from '@xingtan/contract/office/appeal'
import type { Context } from '../../platform/context.ts'
import { readMark, writeMark } from '../../platform/page-mark.ts'
import { type ListedRequest, listAnsweredRequests, listOpenRequests } from './sql-office.ts'

const PAGE = 50
const OpenMark = z.strictObject({ dueOn: z.iso.date(), id: z.uuid() })
const AnsweredMark = z.strictObject({ answeredAt: z.iso.datetime(), id: z.uuid() })

/** A request as lists show it. */
export function toRequestRow({ id, requestedAt, answeredAt, ...row }: ListedRequest): ReviewRequestRow {
  const { applicationId, registrationNumber, name, dueOn, dueProvisional, outcome } = row
  return {
    requestId: id,
    applicationId,
    registrationNumber,
    name,
    requestedAt: requestedAt.toISOString(),
    dueOn,
    dueProvisional,
    outcome,
    answeredAt: answeredAt?.toISOString() ?? null,
  }
}

/** 复查申请 of one's own agency, fifty a page. */
export async function listReviewRequests(
  ctx: Context,
  input: { readonly state: 'open' | 'answered'; readonly after?: string | undefined },
): Promise<OutputOf<typeof listReviewRequestsEndpoint>> {
  const { state, after } = input
  const rows = await ctx.read((tx) =>
    state === 'open'
      ? listOpenRequests(tx, { after: readMark(OpenMark, after), limit: PAGE + 1 })
      : listAnsweredRequests(tx, { after: readMark(AnsweredMark, after), limit: PAGE + 1 }),
  )
  const page = rows.slice(0, PAGE)
  const last = page.at(-1)
  if (rows.length <= PAGE || last === undefined) return { rows: page.map(toRequestRow), after: null }
  const { id, dueOn, answeredAt } = last
  const mark = answeredAt === null ? { dueOn, id } : { answeredAt: answeredAt.toISOString(), id }
  return { rows: page.map(toRequestRow), after: writeMark(mark) }
}
