import { shanghaiDay } from '@xingtan/domain/shanghai-time'
import type { PlanFacts, PlanParent } from '@xingtan/domain/plan-finding'
import type { Tx } from '../../platform/db.ts'
import { problem } from '../../platform/problem.ts'
import { getAgency } from '../agency/index.ts'
import { loadCalendar } from '../calendar/index.ts'
import { loadPolicyBook } from '../policy/index.ts'
import { listUntrained } from '../training/index.ts'
import { loadDutyFacts } from './filing-facts.ts'
import {
  type RoundRow,
  countRoundsOfYear,
  findProvincePlan,
  listClosures,
  listPointFacts,
  listRounds,
} from './sql-facts.ts'
import type { PlanRecord } from './sql-plan.ts'

/** What the level above allows in a round. */
export async function loadParent(
  tx: Tx,
  plan: PlanRecord,
  round: RoundRow,
  level: PlanFacts['level'],
): Promise<PlanParent> {
  if (level === 'province') {
    return { level: 'nation', network: [round], confirm: [round], announceBy: null, completeBy: null }
  }
  const province = await findProvincePlan(tx, plan.roundId, plan)
  if (province === undefined) {
    return { level: 'province', network: [], confirm: [], announceBy: null, completeBy: null }
  }
  const { announceBy, completeBy } = province
  return {
    level: 'province',
    network: [{ opensAt: province.networkOpensAt, closesAt: province.networkClosesAt }],
    confirm: [{ opensAt: province.confirmOpensAt, closesAt: province.confirmClosesAt }],
    announceBy,
    completeBy,
  }
}

/** Everything the compiler judges a plan of the officer's own agency against, as it holds now. */
export async function loadPlanFacts(tx: Tx, plan: PlanRecord): Promise<PlanFacts> {
  const { agencyCode } = plan
  const agency = await getAgency(tx, agencyCode)
  const round = (await listRounds(tx, agencyCode)).find(({ id }) => id === plan.roundId)
  if (round === undefined) throw problem('plan.round-over')
  const level = agency.level === 'province' ? 'province' : 'agency'
  const book = await loadPolicyBook(tx, agencyCode)
  // The rules of the day on which the round opens; a round that is running is judged by those of today.
  const opensOn = shanghaiDay(round.opensAt)
  const day = opensOn > tx.today ? opensOn : tx.today
  const points = await listPointFacts(tx, agencyCode)
  const untrained = await listUntrained(tx, agencyCode, day)
  return {
    level,
    parent: await loadParent(tx, plan, round, level),
    closures: await listClosures(tx, round),
    calendar: await loadCalendar(tx),
    minimums: book.resolve('plan.minimums', day),
    rules: book.resolve('plan.rules', day),
    roundsInYear: await countRoundsOfYear(tx, agencyCode, round),
    points: new Map(points.map((point) => [point.id, { ...point, untrained: untrained.get(point.id) ?? [] }])),
    ...(await loadDutyFacts(tx, plan, { agency, round })),
  }
}
