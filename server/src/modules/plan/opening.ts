import { type PhaseApplicant, isAdmitted, phaseSentence } from '@xingtan/domain/plan-phase'
import { type OpenState, type PlanWindows, type Window, openState } from '@xingtan/domain/window'
import type { Tx } from '../../platform/db.ts'
import { type NationalPeriods, loadNationalPeriods } from './national-period.ts'
import { sentenceOfState } from './opening-sentence.ts'
import { type BlockRow, type PlanRow, type ScheduleRow, findPlans, listBlocks, listSchedules } from './sql.ts'

/** Whether one may hand in (网报) or confirm (确认) now at an agency and point, and the sentence that says so. */
export interface Opening {
  readonly open: boolean
  readonly closedBy: 'nation' | 'maintenance' | 'province' | 'agency' | 'no-plan' | 'no-point' | null
  readonly sentence: string
  readonly opensAt: Date | null
  readonly closesAt: Date | null
  readonly roundId: string | null
  readonly confirmFrom: Date | null
  readonly confirmTo: Date | null
}

function toWindows(row: PlanRow): PlanWindows {
  return {
    network: { opensAt: row.networkOpensAt, closesAt: row.networkClosesAt },
    confirm: { opensAt: row.confirmOpensAt, closesAt: row.confirmClosesAt },
  }
}

/** Of a window in several parts, the part that is open or comes next, or the last one. */
function partOf(parts: readonly BlockRow[], now: Date): Window | undefined {
  return parts.find(({ closesAt }) => closesAt > now) ?? parts.at(-1)
}

export interface AgencyPlan {
  readonly plan: PlanRow | undefined
  readonly schedules: readonly ScheduleRow[]
  /**
   * Opening of one point, or of the agency as a whole; of 网报 as it is for one person, where phases are kept for some
   * (domain §8.4).
   */
  readonly openingOf: (kind: 'network' | 'confirm', pointId?: string, applicant?: PhaseApplicant) => Opening
}

interface LoadedPlan {
  readonly plan: PlanRow | undefined
  readonly province: PlanRow | undefined
  readonly schedules: readonly ScheduleRow[]
  readonly blocks: readonly BlockRow[]
  readonly periods: NationalPeriods
}

interface Asked {
  readonly kind: 'network' | 'confirm'
  readonly pointId: string | undefined
  readonly applicant: PhaseApplicant | undefined
  readonly now: Date
}

/** The agency's windows for whoever asks; null where no phase of 网报 admits the person. */
function windowsFor({ plan, blocks }: LoadedPlan, { applicant, now }: Asked): PlanWindows | null {
  if (plan === undefined) return null
  const whole = toWindows(plan)
  const phases = blocks.filter(({ purpose }) => purpose === 'network')
  const own = applicant === undefined ? phases : phases.filter((phase) => isAdmitted(phase, applicant))
  const network = phases.length === 0 ? whole.network : partOf(own, now)
  if (network === undefined) return null
  const confirms = blocks.filter(({ purpose }) => purpose === 'confirm')
  return { network, confirm: partOf(confirms, now) ?? whole.confirm }
}

function toAnswer(loaded: LoadedPlan, asked: Asked): Opening {
  const { plan, province, schedules, blocks, periods } = loaded
  const { kind, pointId, applicant, now } = asked
  const schedule = schedules.find((row) => row.pointId === pointId)
  const agency = windowsFor(loaded, asked)
  const confirm = schedule && { opensAt: schedule.opensAt, closesAt: schedule.closesAt }
  const facts = {
    national: periods.national,
    closures: periods.shut[kind],
    province: province === undefined ? null : toWindows(province),
    agency,
    point: agency === null || confirm === undefined ? null : { network: agency.network, confirm },
    kind,
  }
  const hasPoint = pointId === undefined ? schedules.length > 0 : schedule !== undefined
  const opening = toOpening(openState(facts, now), { plan, schedule, hasPoint, kind })
  const isShutHere = kind === 'network' && opening.closedBy === 'agency'
  if (!isShutHere || applicant === undefined) return opening
  const phases = blocks.filter(({ purpose }) => purpose === 'network')
  return { ...opening, sentence: phaseSentence(phases, applicant, now) ?? opening.sentence }
}

/** Loads everything that decides about an agency's windows once; the answers are computed from the transaction's time. */
export async function loadAgencyPlan(tx: Tx, agencyCode: string): Promise<AgencyPlan> {
  const { agency: plan, province } = await findPlans(tx, agencyCode)
  const schedules = plan === undefined ? [] : await listSchedules(tx, plan.id)
  const blocks = plan === undefined ? [] : await listBlocks(tx, plan.id)
  const periods = await loadNationalPeriods(tx, agencyCode)
  const loaded = { plan, province, schedules, blocks, periods }
  return {
    plan,
    schedules,
    openingOf: (kind, pointId, applicant) => toAnswer(loaded, { kind, pointId, applicant, now: tx.now }),
  }
}

interface OpeningParts {
  readonly plan: PlanRow | undefined
  readonly schedule: ScheduleRow | undefined
  readonly hasPoint: boolean
  readonly kind: 'network' | 'confirm'
}

function toOpening(state: OpenState, { plan, schedule, hasPoint, kind }: OpeningParts): Opening {
  const own = {
    roundId: plan?.roundId ?? null,
    confirmFrom: schedule?.opensAt ?? plan?.confirmOpensAt ?? null,
    confirmTo: schedule?.closesAt ?? plan?.confirmClosesAt ?? null,
  }
  const said = sentenceOfState(state, { hasPlan: plan !== undefined, hasPoint, kind })
  if (state.kind === 'open' && said.closedBy === null) {
    return { ...own, ...said, open: true, opensAt: null, closesAt: state.closesAt }
  }
  return { ...own, ...said, open: false, opensAt: state.kind === 'closed' ? state.opensAt : null, closesAt: null }
}

/** Opening of an agency, or of one of its points; windows are half-open on database time (S-075). */
export async function getOpenState(
  tx: Tx,
  asked: {
    readonly agencyCode: string
    readonly pointId?: string
    readonly kind: 'network' | 'confirm'
    readonly applicant?: PhaseApplicant
  },
): Promise<Opening> {
  const plan = await loadAgencyPlan(tx, asked.agencyCode)
  return plan.openingOf(asked.kind, asked.pointId, asked.applicant)
}

/** Whether the system as a whole is open for applications, whatever the place. */
export async function getNationalOpening(tx: Tx): Promise<Opening> {
  const { national, shut } = await loadNationalPeriods(tx, null)
  const [first] = national
  const everywhere = first === undefined ? null : { network: first, confirm: first }
  const place = { province: everywhere, agency: everywhere, point: null }
  const state = openState({ national, closures: shut.network, ...place, kind: 'network' }, tx.now)
  return toOpening(state, { plan: undefined, schedule: undefined, hasPoint: true, kind: 'network' })
}
