import type { InputOf, OutputOf } from '@xingtan/contract/endpoint'
import type {
  previewPolicyEndpoint,
  proposePolicyEndEndpoint,
  proposePolicyEndpoint,
} from '@xingtan/contract/office/policy'
import type { Context } from '../../platform/context.ts'
import { throwIfRefused } from '../../platform/problem.ts'
import { signedInOfficer } from '../../platform/signed-in-officer.ts'
import { propose, throwUnlessUnder } from '../proposal/index.ts'
import { getKey } from './get-key.ts'
import { type RuleChange, previewRuleChange, refuseRuleChange } from './judge-rule.ts'

function toNewRule(input: InputOf<typeof previewPolicyEndpoint>): RuleChange {
  const { scope, effectiveFrom, effectiveTo, value } = input
  return { kind: 'policy-row', key: getKey(input.key), scope, effectiveFrom, effectiveTo, value }
}

/** What a new rule would change; stops with everything that is wrong with it. */
export async function previewPolicy(
  ctx: Context,
  input: InputOf<typeof previewPolicyEndpoint>,
): Promise<OutputOf<typeof previewPolicyEndpoint>> {
  const change = toNewRule(input)
  return ctx.readBelow(async (tx) => {
    throwIfRefused(await refuseRuleChange(tx, change))
    return previewRuleChange(tx, change)
  })
}

/** Puts a new dated rule down for a second person (ADM-3). */
export async function proposePolicy(
  ctx: Context,
  input: InputOf<typeof proposePolicyEndpoint>,
): Promise<OutputOf<typeof proposePolicyEndpoint>> {
  const officer = signedInOfficer(ctx)
  const change = toNewRule(input)
  return ctx.command(async (tx) => {
    await throwUnlessUnder(tx, officer, change.scope)
    throwIfRefused(await refuseRuleChange(tx, change))
    const { key, kind, scope, ...body } = change
    const { source, reason } = input
    return propose(tx, officer, { kind, scope, subject: `policy:${key}`, body, source, reason })
  })
}

/** Puts an end for an open rule down for a second person (ADM-3). */
export async function proposePolicyEnd(
  ctx: Context,
  input: InputOf<typeof proposePolicyEndEndpoint>,
): Promise<OutputOf<typeof proposePolicyEndEndpoint>> {
  const officer = signedInOfficer(ctx)
  const { scope, effectiveFrom, effectiveTo, source, reason } = input
  const kind = 'policy-end' as const
  const change = { kind, key: getKey(input.key), scope, effectiveFrom, effectiveTo, value: null }
  return ctx.command(async (tx) => {
    await throwUnlessUnder(tx, officer, change.scope)
    throwIfRefused(await refuseRuleChange(tx, change))
    const body = { effectiveFrom, effectiveTo }
    return propose(tx, officer, { kind, scope, subject: `policy:${change.key}`, body, source, reason })
  })
}
