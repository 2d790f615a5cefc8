import type { OutputOf } from '@xingtan/contract/endpoint'
import type { approvePolicyEndpoint, getPolicyProposalEndpoint } from '@xingtan/contract/office/policy'
import { describePolicy } from '@xingtan/domain/policy-text'
import { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import { problem, throwIfRefused } from '../../platform/problem.ts'
import { signedInOfficer } from '../../platform/signed-in-officer.ts'
import { type StoredProposal, approveProposal, findProposal, lockOpenProposal, toProposal } from '../proposal/index.ts'
import { getKey } from './get-key.ts'
import { type RuleChange, previewRuleChange, refuseRuleChange } from './judge-rule.ts'

const KINDS = ['policy-row', 'policy-end'] as const
const Body = z.object({ effectiveFrom: z.string(), effectiveTo: z.string().nullable(), value: z.unknown().optional() })

function toRuleChange({ kind, subject, scope, body }: StoredProposal): RuleChange {
  const { effectiveFrom, effectiveTo, value } = Body.parse(body)
  const key = getKey(subject.slice('policy:'.length))
  return { kind: kind === 'policy-end' ? kind : 'policy-row', key, scope, effectiveFrom, effectiveTo, value }
}

function toFacts({ kind, effectiveFrom, effectiveTo, value }: RuleChange) {
  const days = [
    { term: '生效日期', value: effectiveFrom },
    { term: '结束日期（不含）', value: effectiveTo ?? '长期' },
  ]
  if (kind === 'policy-end') return days
  return [...days, ...describePolicy(value).map(({ title, text }) => ({ term: title, value: text }))]
}

/** A proposal about a rule with what it would change from today's view. */
export async function getPolicyProposal(
  ctx: Context,
  { proposalId }: { readonly proposalId: string },
): Promise<OutputOf<typeof getPolicyProposalEndpoint>> {
  const officer = signedInOfficer(ctx)
  return ctx.readBelow(async (tx) => {
    const row = await findProposal(tx, proposalId)
    if (row === undefined || !KINDS.some((kind) => kind === row.kind)) throw problem('request.not-found')
    const change = toRuleChange(row)
    const preview = row.state === 'open' ? await previewRuleChange(tx, change) : null
    return toProposal(tx, row, { officer, facts: toFacts(change), preview })
  })
}

/** Second pair of eyes: judged again by today's rows, then law from its day on, on every node at its next transaction. */
export async function approvePolicy(
  ctx: Context,
  { proposalId }: { readonly proposalId: string },
): Promise<OutputOf<typeof approvePolicyEndpoint>> {
  const officer = signedInOfficer(ctx)
  return ctx.command(async (tx) => {
    const proposal = await lockOpenProposal(tx, officer, { proposalId, kinds: KINDS })
    throwIfRefused(await refuseRuleChange(tx, toRuleChange(proposal)))
    await approveProposal(tx, officer, proposal)
    return { done: true as const }
  })
}
