import type { ApplicationView } from '@xingtan/contract/application'
import { listApplicantActions } from '@xingtan/domain/application'
import { isTimeRunning } from '@xingtan/domain/material'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { problem } from '../../platform/problem.ts'
import { getPoint } from '../agency/index.ts'
import { type CaseRecord, findCase, listEvents, stateOf } from '../case/index.ts'
import { makeFileLink } from '../file/index.ts'
import { findOpenRequest } from '../material/index.ts'
import { loadAgencyPlan } from '../plan/index.ts'
import { listCaseMaterials } from './case-material.ts'
import { atCurrentOffice } from './current-office.ts'
import { describeRefusal } from './case-reason.ts'
import {
  findCertificateOf,
  hasReviewRequest,
  listCaseMessages,
  listRunningRounds,
  markCaseMessagesRead,
} from './sql-view.ts'
import { describeTimeline } from './timeline.ts'
import { toSummary } from './to-summary.ts'

/** One case of one's own: everything handed in, what happens next, what to bring, and what the offices wrote (APP-10). */
export async function getApplication(
  ctx: Context,
  input: { readonly applicationId: string },
): Promise<ApplicationView> {
  const { view, hasUnread } = await ctx.read((tx) => describe(ctx, tx, input.applicationId))
  // Seen is read; the view still tells which were new.
  if (hasUnread) await ctx.write((tx) => markCaseMessagesRead(tx, input.applicationId))
  return view
}

async function describe(
  ctx: Context,
  tx: Tx,
  applicationId: string,
): Promise<{ view: ApplicationView; hasUnread: boolean }> {
  const found = await findCase(tx, applicationId)
  const [placed] = await atCurrentOffice(tx, found === undefined ? [] : [found])
  if (placed === undefined) throw problem('request.not-found')
  const { row, formerAgencyName } = placed
  const messages = await listCaseMessages(tx, row.id)
  const unread = messages.filter((message) => message.isUnread).length
  const running = await listRunningRounds(tx)
  const window = await getConfirmWindow(tx, row)
  const request = stateOf(row) === 'awaiting-confirmation' ? await findOpenRequest(tx, row.id) : undefined
  const linkTo = (fileId: string) => makeFileLink(ctx.crypto, ctx.actor, fileId, tx.now)
  const view: ApplicationView = {
    ...toSummary(row, { current: running.has(row.roundId), unreadMessages: unread, formerAgencyName }),
    pointName: row.snapshot.pointName,
    pointAddress: row.snapshot.pointAddress,
    pointHours: (await getPoint(tx, row.pointId)).hours,
    confirmFrom: window.from.toISOString(),
    confirmTo: window.to.toISOString(),
    granted:
      request === undefined
        ? null
        : { dueOn: request.dueOn, isOver: !isTimeRunning(request.dueOn, tx.today), note: request.note },
    materials: (await listCaseMaterials(tx, row)).map(({ name, why, needed }) => ({ name, why, needed })),
    groups: row.snapshot.groups,
    photoUrl: linkTo(row.photoFileId),
    signatureUrl: linkTo(row.signatureFileId),
    timeline: describeTimeline(row, await listEvents(tx, row.id), window),
    ...(await describeRefusal(tx, row)),
    messages: messages.map(({ at, from, text }) => ({ at: at.toISOString(), from, text })),
    certificate: (await findCertificateOf(tx, row.id)) ?? null,
    askedForReview: await hasReviewRequest(tx, row.id),
    actions: listApplicantActions(stateOf(row)),
  }
  return { view, hasUnread: unread > 0 }
}

/** When the chosen point confirms in the round of the case; a changed plan shows at once (PLN-5). */
async function getConfirmWindow(tx: Tx, row: CaseRecord): Promise<{ from: Date; to: Date }> {
  const plan = await loadAgencyPlan(tx, row.agencyCode)
  const frozen = { from: new Date(row.snapshot.confirmFrom), to: new Date(row.snapshot.confirmTo) }
  if (plan.plan?.roundId !== row.roundId) return frozen
  const { confirmFrom, confirmTo } = plan.openingOf('confirm', row.pointId)
  return { from: confirmFrom ?? frozen.from, to: confirmTo ?? frozen.to }
}
