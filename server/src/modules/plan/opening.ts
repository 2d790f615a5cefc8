import type { PlanWindows, Window } from '@xingtan/domain/window'
import { type OpenState, openState } from '@xingtan/domain/window'
import type { Tx } from '../../platform/db.ts'
import { sentenceOfState } from './opening-sentence.ts'
import {
  type BlockRow,
  type PlanRow,
  type ScheduleRow,
  findPlans,
  listBlocks,
  listPeriods,
  listSchedules,
} from './sql.ts'

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

/** Of a window in several parts, the part that is open or comes next, or the last one; the whole where there are no parts. */
function partOf(
  whole: Window,
  blocks: readonly BlockRow[],
  { purpose, now }: { purpose: BlockRow['purpose']; now: Date },
): Window {
  const parts = blocks.filter((block) => block.purpose === purpose)
  if (parts.length < 2) return whole
  return parts.find(({ closesAt }) => closesAt > now) ?? whole
}

export interface AgencyPlan {
  readonly plan: PlanRow | undefined
  readonly schedules: readonly ScheduleRow[]
  /** Opening of one point, or of the agency as a whole. */
  readonly openingOf: (kind: 'network' | 'confirm', pointId?: string) => Opening
}

/** Loads everything that decides about an agency's windows once; the answers are computed from the transaction's time. */
export async function loadAgencyPlan(tx: Tx, agencyCode: string): Promise<AgencyPlan> {
  const { agency: plan, province } = await findPlans(tx, agencyCode)
  const schedules = plan === undefined ? [] : await listSchedules(tx, plan.id)
  const blocks = plan === undefined ? [] : await listBlocks(tx, plan.id)
  const { rounds, closures } = await listPeriods(tx)
  return {
    plan,
    schedules,
    openingOf: (kind, pointId) => {
      const schedule = schedules.find((row) => row.pointId === pointId)
      const whole = plan === undefined ? null : toWindows(plan)
      const windows = whole && {
        network: partOf(whole.network, blocks, { purpose: 'network', now: tx.now }),
        confirm: partOf(whole.confirm, blocks, { purpose: 'confirm', now: tx.now }),
      }
      const point =
        schedule === undefined || windows === null
          ? null
          : { network: windows.network, confirm: { opensAt: schedule.opensAt, closesAt: schedule.closesAt } }
      const facts = {
        national: rounds,
        closures,
        province: province === undefined ? null : toWindows(province),
        agency: windows,
        point,
        kind,
      }
      const hasPoint = pointId === undefined ? schedules.length > 0 : schedule !== undefined
      return toOpening(openState(facts, tx.now), { plan, schedule, hasPoint, kind })
    },
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
  asked: { readonly agencyCode: string; readonly pointId?: string; readonly kind: 'network' | 'confirm' },
): Promise<Opening> {
  const plan = await loadAgencyPlan(tx, asked.agencyCode)
  return plan.openingOf(asked.kind, asked.pointId)
}

/** Whether the system as a whole is open for applications, whatever the place. */
export async function getNationalOpening(tx: Tx): Promise<Opening> {
  const { rounds, closures } = await listPeriods(tx)
  const [first] = rounds
  const everywhere =
    first === undefined
      ? null
      : {
          network: { opensAt: first.opensAt, closesAt: first.closesAt },
          confirm: { opensAt: first.opensAt, closesAt: first.closesAt },
        }
  const facts = {
    national: rounds,
    closures,
    province: everywhere,
    agency: everywhere,
    point: null,
    kind: 'network' as const,
  }
  const state = openState(facts, tx.now)
  return toOpening(state, { plan: undefined, schedule: undefined, hasPoint: true, kind: 'network' })
}
