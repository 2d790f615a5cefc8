import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { approvePolicy } from '../../src/modules/policy/approve-policy.ts'
import { loadPolicyBook } from '../../src/modules/policy/index.ts'
import { proposePolicy } from '../../src/modules/policy/propose-policy.ts'
import { findProvincePlan } from '../../src/modules/plan/sql-facts.ts'
import { Problem } from '../../src/platform/problem.ts'
import { type World, startWorld } from '../world.ts'

// 新疆 and 兵团 answer for one region and are two provinces of the register.
const XINJIANG = '65001'
const CORPS = '66001'
const SHIHEZI = '66002'
const URUMQI = '65002'

let world: World
let roundId: string
beforeAll(async () => {
  world = await startWorld()
  roundId = randomUUID()
  await world.rows(
    `insert into rounds (id, name, opens_at, closes_at) values ($1, '演示批次二', '2026-10-31T16:00:00Z', '2027-01-31')`,
    [roundId],
  )
})
afterAll(() => world.stop())

/** Publishes a plan of a province whose 网报 ends at an instant. */
async function publish(agencyCode: string, closesAt: string): Promise<void> {
  const span = (from: string) => [{ opensAt: from, closesAt, routes: [], personKinds: [] }]
  const content = { phases: span('2026-11-02T01:00:00Z'), confirms: span('2026-11-03T01:00:00Z'), points: [] }
  const [planId, publicationId] = [randomUUID(), randomUUID()]
  await world.rows(
    `insert into plans (id, round_id, agency_code, draft, updated_at) values ($1, $2, $3, $4, app_now())`,
    [planId, roundId, agencyCode, content],
  )
  await world.rows(
    `insert into plan_publications (id, plan_id, agency_code, number, content, publish_at)
     values ($1, $2, $3, 1, $4, app_now())`,
    [publicationId, planId, agencyCode, content],
  )
  await world.rows('select put_plan_in_force($1)', [publicationId])
}

const closingFor = (agencyCode: string) =>
  world.services.office.db.transaction(
    {},
    async (tx) =>
      (await findProvincePlan(tx, roundId, { agencyCode, kind: 'recognition' }))?.networkClosesAt.toISOString(),
    'read',
  )

test('two provinces of one region publish side by side, and each agency follows its own (PLN-3)', async () => {
  await publish(XINJIANG, '2026-11-20T09:00:00.000Z')
  await publish(CORPS, '2026-11-27T09:00:00.000Z')
  expect(await closingFor(URUMQI)).toBe('2026-11-20T09:00:00.000Z')
  expect(await closingFor(SHIHEZI)).toBe('2026-11-27T09:00:00.000Z')
})

test('a row of policy for the region is written by its own province; 兵团 writes for its cities (ADM-3, S-044)', async () => {
  const corps = await world.officer({ roles: ['plan'], agencyCode: CORPS })
  const second = await world.officer({ roles: ['plan'], agencyCode: CORPS })
  const rule = (scope: string) => ({
    key: 'medical.validity-days',
    scope,
    effectiveFrom: '2026-10-12',
    effectiveTo: null,
    value: 90,
    reason: '按教育局通知调整',
    source: '兵教发〔2026〕1号',
  })
  const refusal: unknown = await proposePolicy(world.as(corps), rule('650000')).catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(Problem)
  const { proposalId } = await proposePolicy(world.as(corps), rule('659001'))
  await approvePolicy(world.as(second), { proposalId })
  const validity = (agencyCode: string) =>
    world.services.office.db.transaction(
      {},
      async (tx) => (await loadPolicyBook(tx, agencyCode)).resolve('medical.validity-days', tx.today).value,
      'read',
    )
  expect(await validity(SHIHEZI)).toBe(90)
  expect(await validity(URUMQI)).not.toBe(90)
})
