import { randomUUID } from 'node:crypto'
import type { PlanContent } from '@xingtan/contract/plan-content'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { getOfficer } from '../case/index.ts'
import { listRounds } from './sql-facts.ts'
import { insertPlan } from './sql-plan.ts'

const EMPTY: PlanContent = {
  phases: [],
  confirms: [],
  umbrella: null,
  stages: [],
  decideBy: null,
  announceBy: null,
  completeBy: null,
  expectedCount: null,
  points: [],
  hospitals: [],
}

/** Begins the plan of one's own agency in a round that is not over: one an agency and round. */
export async function startPlan(ctx: Context, input: { readonly roundId: string }): Promise<{ planId: string }> {
  const { agencyCode } = getOfficer(ctx)
  return ctx.command(async (tx) => {
    const rounds = await listRounds(tx, agencyCode)
    if (!rounds.some(({ id }) => id === input.roundId)) throw problem('plan.round-unknown', { field: 'roundId' })
    const planId = randomUUID()
    const isNew = await insertPlan(tx, { id: planId, roundId: input.roundId, agencyCode, draft: EMPTY })
    if (!isNew) throw problem('plan.already-started')
    tx.concerns('plan', planId, { roundId: input.roundId })
    return { planId }
  })
}
