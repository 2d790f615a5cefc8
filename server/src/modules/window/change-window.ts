import { randomUUID } from 'node:crypto'
import { NATION_AGENCY } from '@xingtan/contract/agency-reference'
import type { InputOf, OutputOf } from '@xingtan/contract/endpoint'
import {
  WindowChange,
  type approveWindowEndpoint,
  type getWindowProposalEndpoint,
  type previewWindowEndpoint,
  type proposeWindowEndpoint,
} from '@xingtan/contract/office/window'
import type { OfficerActor } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import { problem, throwIfRefused } from '../../platform/problem.ts'
import { signedInOfficer } from '../../platform/signed-in-officer.ts'
import { approveProposal, findProposal, lockOpenProposal, propose, toProposal } from '../proposal/index.ts'
import { previewWindowChange, refuseWindowChange, toWindowFacts } from './judge-change.ts'

const KINDS = ['round', 'closure', 'switch', 'extension'] as const

function nationalOfficer(ctx: Context): OfficerActor {
  const officer = signedInOfficer(ctx)
  if (officer.agencyCode !== NATION_AGENCY) throw problem('window.nation-only')
  return officer
}

/** What a change of the national windows would do. */
export async function previewWindow(
  ctx: Context,
  { change }: InputOf<typeof previewWindowEndpoint>,
): Promise<OutputOf<typeof previewWindowEndpoint>> {
  nationalOfficer(ctx)
  return ctx.read(async (tx) => {
    throwIfRefused(await refuseWindowChange(tx, change))
    return previewWindowChange(tx, change)
  })
}

/** Puts a change of the national windows down for a second person (PLN-1). */
export async function proposeWindow(
  ctx: Context,
  { change, source, reason }: InputOf<typeof proposeWindowEndpoint>,
): Promise<OutputOf<typeof proposeWindowEndpoint>> {
  const officer = nationalOfficer(ctx)
  return ctx.command(async (tx) => {
    throwIfRefused(await refuseWindowChange(tx, change))
    const existing = change.kind === 'extension' ? change.roundId : change.id
    const subject = `${change.kind}:${existing ?? randomUUID()}`
    return propose(tx, officer, { kind: change.kind, scope: 'nation', subject, body: change, source, reason })
  })
}

export async function getWindowProposal(
  ctx: Context,
  { proposalId }: { readonly proposalId: string },
): Promise<OutputOf<typeof getWindowProposalEndpoint>> {
  const officer = signedInOfficer(ctx)
  return ctx.read(async (tx) => {
    const row = await findProposal(tx, proposalId)
    if (row === undefined || !KINDS.some((kind) => kind === row.kind)) throw problem('request.not-found')
    const change = WindowChange.parse(row.body)
    const preview = row.state === 'open' ? await previewWindowChange(tx, change) : null
    return toProposal(tx, row, { officer, facts: toWindowFacts(change), preview })
  })
}

/** Second pair of eyes: judged again by this instant, and it holds at once. */
export async function approveWindow(
  ctx: Context,
  { proposalId }: { readonly proposalId: string },
): Promise<OutputOf<typeof approveWindowEndpoint>> {
  const officer = nationalOfficer(ctx)
  return ctx.command(async (tx) => {
    const proposal = await lockOpenProposal(tx, officer, { proposalId, kinds: KINDS })
    throwIfRefused(await refuseWindowChange(tx, WindowChange.parse(proposal.body)))
    await approveProposal(tx, officer, proposal)
    return { done: true as const }
  })
}
