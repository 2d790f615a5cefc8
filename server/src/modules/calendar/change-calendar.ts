import { NATION_AGENCY } from '@xingtan/contract/agency-reference'
import type { InputOf, OutputOf } from '@xingtan/contract/endpoint'
import {
  HolidayNotice,
  type approveCalendarEndpoint,
  type getCalendarProposalEndpoint,
  type previewCalendarEndpoint,
  type proposeCalendarEndpoint,
} from '@xingtan/contract/office/calendar'
import type { OfficerActor } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import { addJob } from '../../platform/jobs.ts'
import { problem, throwIfRefused } from '../../platform/problem.ts'
import { signedInOfficer } from '../../platform/signed-in-officer.ts'
import { approveProposal, findProposal, lockOpenProposal, propose, toProposal } from '../proposal/index.ts'
import { previewNotice, refuseHolidayNotice, toNoticeFacts } from './judge-notice.ts'

function nationalOfficer(ctx: Context): OfficerActor {
  const officer = signedInOfficer(ctx)
  if (officer.agencyCode !== NATION_AGENCY) throw problem('window.nation-only')
  return officer
}

/** What a holiday notice would do (PLN-3). */
export async function previewCalendar(
  ctx: Context,
  { notice }: InputOf<typeof previewCalendarEndpoint>,
): Promise<OutputOf<typeof previewCalendarEndpoint>> {
  nationalOfficer(ctx)
  return ctx.read(async (tx) => {
    throwIfRefused(await refuseHolidayNotice(tx, notice))
    return previewNotice(tx, notice)
  })
}

/** Puts the notice of a year down for a second person (PLN-3, S-056). */
export async function proposeCalendar(
  ctx: Context,
  { notice, source, reason }: InputOf<typeof proposeCalendarEndpoint>,
): Promise<OutputOf<typeof proposeCalendarEndpoint>> {
  const officer = nationalOfficer(ctx)
  return ctx.command(async (tx) => {
    throwIfRefused(await refuseHolidayNotice(tx, notice))
    const subject = `calendar:${notice.year}`
    return propose(tx, officer, { kind: 'calendar-year', scope: 'nation', subject, body: notice, source, reason })
  })
}

export async function getCalendarProposal(
  ctx: Context,
  { proposalId }: { readonly proposalId: string },
): Promise<OutputOf<typeof getCalendarProposalEndpoint>> {
  const officer = signedInOfficer(ctx)
  return ctx.read(async (tx) => {
    const row = await findProposal(tx, proposalId)
    if (row?.kind !== 'calendar-year') throw problem('request.not-found')
    const notice = HolidayNotice.parse(row.body)
    const preview = row.state === 'open' ? await previewNotice(tx, notice) : null
    return toProposal(tx, row, { officer, facts: toNoticeFacts(notice), preview })
  })
}

/** Second pair of eyes: the year is covered with this transaction, a job lets the due days of open cases follow. */
export async function approveCalendar(
  ctx: Context,
  { proposalId }: { readonly proposalId: string },
): Promise<OutputOf<typeof approveCalendarEndpoint>> {
  const officer = nationalOfficer(ctx)
  return ctx.command(async (tx) => {
    const proposal = await lockOpenProposal(tx, officer, { proposalId, kinds: ['calendar-year'] })
    throwIfRefused(await refuseHolidayNotice(tx, HolidayNotice.parse(proposal.body)))
    await approveProposal(tx, officer, proposal)
    await addJob(tx, 'calendar.recount', { proposalId })
    return { done: true as const }
  })
}
