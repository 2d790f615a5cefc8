import { countOpenDays } from './plan-days.ts'
import type { PlanFacts, PlanFinding } from './plan-finding.ts'
import { deskCapacity, hospitalCapacity, refuseDeadlines, refuseDesks, refuseDuties } from './plan-readiness-rule.ts'
import { refuseRegistration } from './plan-registration-rule.ts'
import type { PlanDraft } from './plan.ts'
import { latestDecision, refuseDecision, refuseWindows } from './plan-window-rule.ts'

/** Figures of a plan beside its findings. */
export interface PlanSummary {
  readonly networkDays: number
  readonly confirmDays: number
  /** Last lawful day for conclusions, null without 确认. */
  readonly latestDecision: string | null
  readonly deskCapacity: number
  readonly hospitalCapacity: number
  readonly provisional: boolean
}

export interface CompiledPlan {
  readonly findings: readonly PlanFinding[]
  readonly summary: PlanSummary
}

/**
 * Judges a plan by every rule at once: windows and working days with 调休, nesting, decision time, deadlines, desks and
 * hospitals, points, filings, training; a registration also by its chain (PLN-3, PLN-4). No finding that blocks means it
 * may be handed in; each warning needs a justification. 教资字〔2020〕1号第二条; 条例 art. 14 and 16.
 */
export function compilePlan(draft: PlanDraft, facts: PlanFacts): CompiledPlan {
  const question = { draft, facts }
  const findings = [
    ...refuseWindows(question),
    ...refuseDecision(question),
    ...refuseRegistration(question),
    ...refuseDeadlines(question),
    ...refuseDesks(question),
    ...refuseDuties(question),
  ]
  const network = countOpenDays(facts.calendar, draft.phases, facts.closures)
  const confirm = countOpenDays(facts.calendar, draft.confirms, facts.closures)
  const latest = latestDecision(question)
  const summary = {
    networkDays: network.count,
    confirmDays: confirm.count,
    latestDecision: latest?.day ?? null,
    deskCapacity: deskCapacity(question),
    hospitalCapacity: hospitalCapacity(question),
    provisional: network.provisional || confirm.provisional || latest?.provisional === true,
  }
  return { findings, summary }
}

/** Names a finding for its justification: the rule and the part of the plan it concerns. */
export function findingKey(finding: Pick<PlanFinding, 'code' | 'field'>): string {
  return `${finding.code}@${finding.field}`
}

/**
 * Why a plan may not be handed in: everything that blocks, and every warning without a justification.
 * @param justifications by `findingKey`
 */
export function refuseHandIn(
  findings: readonly PlanFinding[],
  justifications: ReadonlyMap<string, string>,
): { readonly blocking: readonly PlanFinding[]; readonly unexplained: readonly PlanFinding[] } {
  return {
    blocking: findings.filter(({ severity }) => severity === 'block'),
    unexplained: findings.filter(
      (finding) => finding.severity === 'warn' && (justifications.get(findingKey(finding)) ?? '').trim() === '',
    ),
  }
}
