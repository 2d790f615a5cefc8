import { contains, countOpenDays, daysOf } from './plan-days.ts'
import { NESTING_BASIS, type PlanFinding, type Question } from './plan-finding.ts'
import { spanOf } from './plan.ts'
import { readableDay, readableMinute } from './readable-time.ts'
import type { Window } from './window.ts'
import { addWorkingDays, isWorkingDay } from './working-day.ts'

interface Titled extends Window {
  readonly field: string
  readonly title: string
}

function titled(windows: readonly Window[], field: 'phases' | 'confirms', title: string): Titled[] {
  return windows.map(({ opensAt, closesAt }, index) => ({
    opensAt,
    closesAt,
    field: `${field}.${index}`,
    title: windows.length === 1 ? title : `${title}第 ${index + 1} 段`,
  }))
}

/** `2026年9月14日 00:00 至 2026年9月28日 17:00`, for every window. */
function boundsText(windows: readonly Window[]): string {
  const texts = windows.map(({ opensAt, closesAt }) => `${readableMinute(opensAt)} 至 ${readableMinute(closesAt)}`)
  return texts.length === 0 ? '尚未设置' : texts.join('；')
}

const LEVEL_TITLES = { nation: '全国开放时间', province: '本省计划', umbrella: '定期注册总时间' } as const

function refuseNesting(window: Titled, outers: readonly Window[], level: keyof typeof LEVEL_TITLES): PlanFinding[] {
  if (outers.some((outer) => contains(outer, window))) return []
  const values = { window: window.title, level: LEVEL_TITLES[level], bounds: boundsText(outers) }
  return [
    {
      code: 'plan.outside-parent',
      field: window.field,
      values,
      severity: 'block',
      provisional: false,
      basis: NESTING_BASIS,
    },
  ]
}

/** Ends (and by policy starts) on a working day, with 调休. */
function refuseEnds({ facts }: Question, window: Titled): PlanFinding[] {
  const { value: policy, source: basis } = facts.minimums
  const { first, last } = daysOf(window)
  const ends = [
    { code: 'plan.starts-on-day-off', day: first, isAsked: policy.startsOnWorkingDay },
    { code: 'plan.ends-on-day-off', day: last, isAsked: policy.endsOnWorkingDay },
  ] as const
  return ends.flatMap(({ code, day, isAsked }) => {
    const { working, provisional } = isWorkingDay(facts.calendar, day)
    if (!isAsked || working) return []
    const values = { window: window.title, day: readableDay(day) }
    return [{ code, field: window.field, values, severity: policy.severity, provisional, basis }]
  })
}

function isEmpty(window: Window): boolean {
  return window.closesAt <= window.opensAt
}

function emptyFinding(window: Titled): PlanFinding {
  const { field, title } = window
  return {
    code: 'plan.empty-window',
    field,
    values: { window: title },
    severity: 'block',
    provisional: false,
    basis: NESTING_BASIS,
  }
}

interface Purpose {
  readonly kind: 'network' | 'confirm'
  readonly title: string
  readonly windows: readonly Titled[]
  readonly outers: readonly Window[]
  readonly level: keyof typeof LEVEL_TITLES
}

/** Nesting, ends, and the working days of all blocks together. */
function refusePurpose(question: Question, { kind, title, windows, outers, level }: Purpose): PlanFinding[] {
  const { calendar, closures, minimums } = question.facts
  const filled = windows.filter((window) => !isEmpty(window))
  const findings = windows.filter(isEmpty).map(emptyFinding)
  for (const window of filled) findings.push(...refuseNesting(window, outers, level), ...refuseEnds(question, window))
  if (filled.length === 0) return findings
  const required = kind === 'network' ? minimums.value.networkWorkingDays : minimums.value.confirmWorkingDays
  const { count: found, provisional } = countOpenDays(calendar, filled, closures)
  if (found >= required) return findings
  const values = { window: title, found, required }
  const field = kind === 'network' ? 'phases' : 'confirms'
  const { severity } = minimums.value
  return [...findings, { code: 'plan.too-short', field, values, severity, provisional, basis: minimums.source }]
}

/** 确认 may come in blocks and overlap 网报; beginning or ending before it is explained (domain §8.4). */
function refuseConfirmOrder({ draft, facts }: Question): PlanFinding[] {
  const network = spanOf(draft.phases)
  const confirm = spanOf(draft.confirms)
  if (network === undefined || confirm === undefined) return []
  const more = {
    field: 'confirms',
    severity: facts.rules.value.severity.confirmOrder,
    provisional: false,
    basis: facts.rules.source,
  }
  const findings: PlanFinding[] = []
  if (confirm.opensAt < network.opensAt) {
    const values = { confirm: readableMinute(confirm.opensAt), network: readableMinute(network.opensAt) }
    findings.push({ code: 'plan.confirm-starts-early', values, ...more })
  }
  if (confirm.closesAt < network.closesAt) {
    const values = { confirm: readableMinute(confirm.closesAt), network: readableMinute(network.closesAt) }
    findings.push({ code: 'plan.confirm-ends-early', values, ...more })
  }
  return findings
}

function missing(
  code: 'plan.no-network-window' | 'plan.no-confirm-window' | 'plan.no-umbrella',
  field: string,
): PlanFinding {
  return { code, field, values: {}, severity: 'block', provisional: false, basis: NESTING_BASIS }
}

/**
 * What is wrong with the windows of a plan (PLN-3, PLN-4, S-077). Yearly notices on 教师资格制度实施工作: 网报 at least
 * 10 working days, 现场确认 at least 5, ends not on weekends or holidays; for recognition and registration alike.
 */
export function refuseWindows(question: Question): PlanFinding[] {
  const { draft, facts } = question
  const { parent } = facts
  const isRegistration = draft.kind === 'registration'
  const phases = titled(draft.phases, 'phases', '网上报名')
  const confirms = titled(draft.confirms, 'confirms', '现场确认')
  const umbrella = draft.umbrella === null ? [] : [draft.umbrella]
  const findings: PlanFinding[] = []
  if (phases.length === 0) findings.push(missing('plan.no-network-window', 'phases'))
  if (confirms.length === 0 && !isRegistration) findings.push(missing('plan.no-confirm-window', 'confirms'))
  const inside = isRegistration
    ? { outers: umbrella, level: 'umbrella' as const }
    : { outers: parent.network, level: parent.level }
  findings.push(...refusePurpose(question, { kind: 'network', title: '网上报名', windows: phases, ...inside }))
  const confirmOuters = isRegistration ? umbrella : parent.confirm
  const desk = { kind: 'confirm', title: '现场确认', windows: confirms, level: inside.level } as const
  findings.push(...refusePurpose(question, { ...desk, outers: confirmOuters }))
  if (isRegistration) {
    if (draft.umbrella === null) return [...findings, missing('plan.no-umbrella', 'umbrella')]
    // The umbrella may end on a Sunday (皖教秘〔2024〕263号: 12月15日); only its nesting is judged.
    const whole = { ...draft.umbrella, field: 'umbrella', title: '定期注册总时间' }
    findings.push(...(isEmpty(whole) ? [emptyFinding(whole)] : refuseNesting(whole, parent.network, parent.level)))
  }
  return [...findings, ...refuseConfirmOrder(question)]
}

/** The latest lawful day for conclusions: working days after 确认 ends (条例 art. 16 with its 实施办法). */
export function latestDecision({ draft, facts }: Question): { day: string; provisional: boolean } | undefined {
  const confirm = spanOf(draft.confirms)
  if (confirm === undefined || isEmpty(confirm)) return undefined
  return addWorkingDays(facts.calendar, daysOf(confirm).last, facts.minimums.value.decisionWorkingDays)
}

/** The last day for conclusions: not before 确认 ends, and not later than the law allows after it. */
export function refuseDecision(question: Question): PlanFinding[] {
  const { draft, facts } = question
  const { decisionWorkingDays: required, severity } = facts.minimums.value
  const latest = latestDecision(question)
  const at = { field: 'decideBy', basis: facts.minimums.source }
  if (draft.kind === 'registration' || latest === undefined) return []
  if (draft.decideBy === null) {
    return [{ code: 'plan.decision-missing', values: {}, severity: 'block', provisional: false, ...at }]
  }
  const last = spanOf(draft.confirms)
  const earliest = last === undefined ? draft.decideBy : daysOf(last).last
  if (draft.decideBy < earliest) {
    const values = { earliest: readableDay(earliest) }
    return [{ code: 'plan.decision-before-confirm-ends', values, severity: 'block', provisional: false, ...at }]
  }
  if (draft.decideBy <= latest.day) return []
  const values = { latest: readableDay(latest.day), required }
  return [{ code: 'plan.decision-too-late', values, severity, provisional: latest.provisional, ...at }]
}
