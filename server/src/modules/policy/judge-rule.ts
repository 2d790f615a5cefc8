import type { Preview } from '@xingtan/contract/office/proposal'
import { type PolicyKey, type PolicyScope, parsePolicyValue } from '@xingtan/contract/policy'
import type { Refusal } from '@xingtan/contract/problem'
import { isPinnedPolicy, resolvePolicy } from '@xingtan/domain/policy'
import { refuseNewRule, refuseRuleEnd } from '@xingtan/domain/policy-change'
import { refusePolicyValue } from '@xingtan/domain/policy-issue'
import { comparePolicies } from '@xingtan/domain/policy-text'
import { compareVerdicts } from '@xingtan/domain/policy-verdict'
import { readableDay } from '@xingtan/domain/readable-time'
import type { Tx } from '../../platform/db.ts'
import { problem } from '../../platform/problem.ts'
import { countTouched, listPathTo, listPolicyRows } from './sql-edit.ts'

/** A rule that is to begin (with its value) or one that is to end on `effectiveTo`. */
export interface RuleChange {
  readonly kind: 'policy-row' | 'policy-end'
  readonly key: PolicyKey
  readonly scope: PolicyScope
  readonly effectiveFrom: string
  readonly effectiveTo: string | null
  readonly value: unknown
}

/** Why the change may not be made today; empty means it may. */
export async function refuseRuleChange(tx: Tx, change: RuleChange): Promise<readonly Refusal[]> {
  const { kind, key, scope, effectiveTo } = change
  const rows = await listPolicyRows(tx, key, [scope])
  if (kind === 'policy-row') return [...refusePolicyValue(key, change.value), ...refuseNewRule(rows, change, tx.today)]
  return effectiveTo === null ? [] : refuseRuleEnd(rows, { ...change, effectiveTo }, tx.today)
}

/** Counting further than this tells an officer nothing more. */
const MOST_CASES = 1000

async function describeEffects(tx: Tx, { key, scope }: RuleChange, startsOn: string): Promise<string[]> {
  const { cases, plans } = await countTouched(tx, scope, MOST_CASES + 1)
  const count = cases > MOST_CASES ? `${MOST_CASES} 件以上` : `${cases} 件`
  const day = readableDay(startsOn)
  return [
    isPinnedPolicy(key)
      ? `范围内有 ${count}未办结的申请：它们保留提交时的规则，不受影响；${day}及以后提交或重新提交的申请适用新规则。`
      : `范围内有 ${count}未办结的申请：从${day}起，办到相应环节时适用新规则。`,
    `范围内有 ${plans} 个正在进行或即将开始的计划：已公布的计划不变，${day}及以后编制或变更时按新规则检查。`,
  ]
}

/** What the change would do: lines and sample verdicts that differ, and whom it touches (ADM-3). */
export async function previewRuleChange(tx: Tx, change: RuleChange): Promise<Preview> {
  const { kind, key, scope } = change
  const scopes = (await listPathTo(tx, scope)).map((step) => step.scope).toReversed()
  if (scopes.length === 0) throw problem('policy.place-unknown')
  const rows = (await listPolicyRows(tx, key, scopes)).map((row) => ({ ...row, key }))
  const startsOn = kind === 'policy-row' ? change.effectiveFrom : (change.effectiveTo ?? tx.today)
  const before = resolvePolicy(rows, key, scopes, startsOn).value
  const after =
    kind === 'policy-row'
      ? parsePolicyValue(key, change.value)
      : resolvePolicy(
          rows.filter((row) => row.scope !== scope),
          key,
          scopes,
          startsOn,
        ).value
  return {
    changes: comparePolicies(before, after),
    verdicts: compareVerdicts({ [key]: before }, { [key]: after }),
    effects: await describeEffects(tx, change, startsOn),
  }
}
