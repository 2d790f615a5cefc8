import { overlapOf } from './plan-days.ts'
import { NESTING_BASIS, type PlanFinding } from './plan-finding.ts'
import { type PlanDraft, spanOf } from './plan.ts'
import { readableMinute } from './readable-time.ts'
import { type Window, windowState } from './window.ts'

/** People of one 确认点 who have submitted and are not confirmed yet. */
export interface WaitingPeople {
  readonly pointId: string
  readonly pointName: string
  readonly count: number
}

/** When a point really confirms: its own time inside the blocks of the agency. */
function confirmOf(plan: PlanDraft, pointId: string): Window[] {
  const point = plan.points.find((one) => one.pointId === pointId)
  return point === undefined ? [] : overlapOf(plan.confirms, point)
}

function finding(code: PlanFinding['code'], field: string, values: PlanFinding['values'] = {}): PlanFinding {
  return { code, field, values, severity: 'block', provisional: false, basis: NESTING_BASIS }
}

/** A window that is open already, or over which people wait, does not end earlier than was promised. */
function refuseShorter(
  title: string,
  field: string,
  windows: { before: readonly Window[]; after: readonly Window[]; now: Date },
): PlanFinding[] {
  const { before, after, now } = windows
  const open = before.find((window) => windowState(window, now) === 'open')
  if (open === undefined) return []
  const kept = after.some((window) => window.opensAt <= now && window.closesAt >= open.closesAt)
  return kept ? [] : [finding('plan.change-shortens', field, { window: title, closes: readableMinute(open.closesAt) })]
}

/**
 * Why a published plan may not be changed so: somebody who has submitted would be left without a time to confirm, or a
 * window that is open already would end before the promised instant (PLN-5; 条例 art. 15).
 */
export function refuseChange(
  before: PlanDraft,
  after: PlanDraft,
  { waiting, now }: { readonly waiting: readonly WaitingPeople[]; readonly now: Date },
): PlanFinding[] {
  const network = refuseShorter('网上报名', 'phases', { before: before.phases, after: after.phases, now })
  const confirm = refuseShorter('现场确认', 'confirms', { before: before.confirms, after: after.confirms, now })
  const stranded = waiting.flatMap(({ pointId, pointName, count }) => {
    const field = `points.${pointId}`
    const later = confirmOf(after, pointId)
    if (!later.some(({ closesAt }) => closesAt > now)) {
      return [finding('plan.change-strands', field, { name: pointName, count })]
    }
    return refuseShorter(`确认点“${pointName}”的现场确认`, field, {
      before: confirmOf(before, pointId),
      after: later,
      now,
    })
  })
  return [...network, ...confirm, ...stranded]
}

/** A signed order that lengthens 网报 or 确认. */
export interface ExtensionOrder {
  readonly window: 'network' | 'confirm'
  readonly closesAt: Date
}

/** The last end of the window an order is about. */
export function closingOf(plan: PlanDraft, window: ExtensionOrder['window']): Date | undefined {
  return spanOf(window === 'network' ? plan.phases : plan.confirms)?.closesAt
}

/** Why an order cannot take effect: it does not lengthen, or its new end is over already. */
export function refuseExtension(plan: PlanDraft, order: ExtensionOrder, now: Date): PlanFinding[] {
  const closes = closingOf(plan, order.window)
  if (closes === undefined || order.closesAt <= closes) {
    const said = closes === undefined ? '未设置' : readableMinute(closes)
    return [finding('plan.extension-not-later', 'closesAt', { closes: said })]
  }
  return order.closesAt <= now ? [finding('plan.extension-past', 'closesAt')] : []
}

/** The plan with its last phase or block, and every point that ended with it, moved to the new end. */
export function extendPlan(plan: PlanDraft, order: ExtensionOrder): PlanDraft {
  const closes = closingOf(plan, order.window)?.getTime()
  const longer = <One extends Window>(windows: readonly One[]): One[] =>
    windows.map((window) => (window.closesAt.getTime() === closes ? { ...window, closesAt: order.closesAt } : window))
  if (order.window === 'network') return { ...plan, phases: longer(plan.phases) }
  return { ...plan, confirms: longer(plan.confirms), points: longer(plan.points) }
}
