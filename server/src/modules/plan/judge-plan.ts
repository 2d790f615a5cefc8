import type { PlanFindingView } from '@xingtan/contract/office/plan'
import type { PlanContent } from '@xingtan/contract/plan-content'
import { sentenceOf } from '@xingtan/contract/problem'
import { type WaitingPeople, refuseChange } from '@xingtan/domain/plan-change'
import { compilePlan, findingKey } from '@xingtan/domain/plan-compile'
import type { CompiledPlan } from '@xingtan/domain/plan-compile'
import { NESTING_BASIS, type PlanFinding } from '@xingtan/domain/plan-finding'
import { type PlanDraft, spanOf } from '@xingtan/domain/plan'
import type { Tx } from '../../platform/db.ts'
import { toPlanDraft } from './content.ts'
import { loadPlanFacts } from './plan-facts.ts'
import { countChildrenOutside, listWaiting } from './sql-facts.ts'
import type { PlanRecord } from './sql-plan.ts'

/** A finding with its sentence, as officers read it. */
export function toFindingView(finding: PlanFinding): PlanFindingView {
  const { code, field, severity, provisional, basis } = finding
  return { key: findingKey(finding), code, field, sentence: sentenceOf(finding), severity, provisional, basis }
}

/** Plans below that a narrower province plan would leave outside (PLN-4, I-16). */
async function refuseChildren(tx: Tx, plan: PlanRecord, draft: PlanDraft): Promise<PlanFinding[]> {
  const network = spanOf(draft.phases)
  const confirm = spanOf(draft.confirms)
  if (network === undefined || confirm === undefined || plan.kind === 'registration') return []
  const count = await countChildrenOutside(tx, plan.roundId, {
    network: [network.opensAt, network.closesAt],
    confirm: [confirm.opensAt, confirm.closesAt],
  })
  if (count === 0) return []
  const more = { severity: 'block', provisional: false, basis: NESTING_BASIS } as const
  return [{ code: 'plan.change-children', field: 'phases', values: { count }, ...more }]
}

/** Every finding of a content: the rules of plans, and for one that is published also those of its change (PLN-5). */
export async function judgePlan(tx: Tx, plan: PlanRecord, content: PlanContent): Promise<CompiledPlan> {
  const draft = toPlanDraft(plan.kind, content)
  const facts = await loadPlanFacts(tx, plan)
  const { findings, summary } = compilePlan(draft, facts)
  if (plan.inForce === null) return { findings, summary }
  const waiting: WaitingPeople[] = await listWaiting(tx, plan.agencyCode, plan.roundId)
  const before = toPlanDraft(plan.kind, plan.inForce)
  const change = refuseChange(before, draft, { waiting, now: tx.now })
  const children = facts.level === 'province' ? await refuseChildren(tx, plan, draft) : []
  return { findings: [...change, ...children, ...findings], summary }
}
