/** A half-open interval `[opensAt, closesAt)`: at `closesAt` it is shut (17:00:00.000 is too late). */
export interface Window {
  readonly opensAt: Date
  readonly closesAt: Date
}

/** A maintenance interval of the nation (系统维护); `reason` is shown to people. */
export interface Closure extends Window {
  readonly reason: string
}

/** What a plan or a confirmation point sets: 网报 and 确认. */
export interface PlanWindows {
  readonly network: Window
  readonly confirm: Window
}

export interface OpeningFacts {
  /** National windows of the year, one per half. */
  readonly national: readonly Window[]
  readonly closures: readonly Closure[]
  /** `null` where no published plan exists. */
  readonly province: PlanWindows | null
  readonly agency: PlanWindows | null
  /** `null` where the point keeps the times of its agency. */
  readonly point: PlanWindows | null
  readonly kind: 'network' | 'confirm'
}

export type OpeningLevel = 'nation' | 'maintenance' | 'province' | 'agency' | 'point'
export type ClosedBecause = 'no-plan' | 'not-yet' | 'over' | 'maintenance'

export type OpenState =
  | { readonly kind: 'open'; readonly closesAt: Date }
  | {
      readonly kind: 'closed'
      /** The outermost level that is shut. */
      readonly level: OpeningLevel
      readonly because: ClosedBecause
      /** When this level opens again, `null` when it does not. */
      readonly until: Date | null
      /** When all levels are open together, `null` when no such time is planned. */
      readonly opensAt: Date | null
      /** Text of the closure in force, `null` when there is none. */
      readonly reason: string | null
    }

/** Where an instant lies: `before`, inside (`open`) or `after` the window; the closing instant itself is `after`. */
export function windowState(window: Window, now: Date): 'before' | 'open' | 'after' {
  if (now < window.opensAt) return 'before'
  return now < window.closesAt ? 'open' : 'after'
}

interface Level {
  readonly level: OpeningLevel
  readonly stateAt: (instant: Date) => 'open' | ClosedBecause
}

function stateOf(windows: readonly Window[], instant: Date): 'open' | ClosedBecause {
  if (windows.length === 0) return 'no-plan'
  const states = new Set(windows.map((window) => windowState(window, instant)))
  if (states.has('open')) return 'open'
  return states.has('before') ? 'not-yet' : 'over'
}

/** All levels, outermost first, each with its windows of the kind asked for. */
function levelsOf(facts: OpeningFacts): Level[] {
  const { national, closures, province, agency, point, kind } = facts
  const closureAt = (instant: Date) => closures.some((closure) => windowState(closure, instant) === 'open')
  const plans = [
    { level: 'province' as const, windows: province === null ? [] : [province[kind]] },
    { level: 'agency' as const, windows: agency === null ? [] : [agency[kind]] },
    ...(point === null ? [] : [{ level: 'point' as const, windows: [point[kind]] }]),
  ]
  return [
    { level: 'nation', stateAt: (instant) => stateOf(national, instant) },
    { level: 'maintenance', stateAt: (instant) => (closureAt(instant) ? 'maintenance' : 'open') },
    ...plans.map(({ level, windows }) => ({ level, stateAt: (instant: Date) => stateOf(windows, instant) })),
  ]
}

/** Every instant at which something opens or shuts; nothing changes between two of them. */
function turningPointsOf(facts: OpeningFacts): Date[] {
  const plans = [facts.province, facts.agency, facts.point].filter((plan) => plan !== null)
  const windows = [...facts.national, ...facts.closures, ...plans.map((plan) => plan[facts.kind])]
  return windows.flatMap((window) => [window.opensAt, window.closesAt])
}

/**
 * Whether 网报 or 确认 is open now, until when, and if not, which level keeps it shut and until when.
 * Nation ⊇ province ⊇ agency ⊇ point, less the maintenance intervals (PUB-7, PLN-4, S-075).
 * 教师资格条例 art. 14 (intake in spring and autumn); yearly notices on 教师资格制度实施工作.
 */
export function openState(facts: OpeningFacts, now: Date): OpenState {
  const levels = levelsOf(facts)
  const later = turningPointsOf(facts)
    .filter((instant) => instant > now)
    .sort((one, other) => Number(one) - Number(other))
  const isOpenAt = (instant: Date) => levels.every(({ stateAt }) => stateAt(instant) === 'open')
  for (const { level, stateAt } of levels) {
    const because = stateAt(now)
    if (because === 'open') continue
    const until = later.find((instant) => stateAt(instant) === 'open') ?? null
    const closure = facts.closures.find((one) => windowState(one, now) === 'open')
    const opensAt = later.find(isOpenAt) ?? null
    return { kind: 'closed', level, because, until, opensAt, reason: closure?.reason ?? null }
  }
  const shutAt = later.filter((instant) => !isOpenAt(instant)).map(Number)
  return { kind: 'open', closesAt: new Date(Math.min(...shutAt)) }
}

/**
 * When a function that is shut now opens again, chained intervals taken together; `null` when it is open. The intervals
 * are half-open, so that the answer is the very instant (S-078).
 */
export function reopensAt(
  closures: readonly Closure[],
  now: Date,
): { readonly at: Date; readonly reason: string } | null {
  const running = closures.find((closure) => windowState(closure, now) === 'open')
  if (running === undefined) return null
  let at = running.closesAt
  for (;;) {
    const next = closures.find((closure) => windowState(closure, at) === 'open')
    if (next === undefined) return { at, reason: running.reason }
    at = next.closesAt
  }
}
