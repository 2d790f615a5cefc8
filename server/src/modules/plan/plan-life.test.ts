import { randomUUID } from 'node:crypto'
import type { PlanContent } from '@xingtan/contract/plan-content'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { arrangeCase } from '../../../test/arrange-case.ts'
import { HOME, type World, startWorld } from '../../../test/world.ts'
import type { OfficerActor } from '../../platform/actor.ts'
import { checkPlan } from './check-plan.ts'
import { extendPlan } from './extend-plan.ts'
import { getPlan } from './get-plan.ts'
import { getPlanFrame } from './get-plan-frame.ts'
import { handInPlan } from './hand-in-plan.ts'
import { listPlans } from './list-plans.ts'
import { getOpenState } from './opening.ts'
import { publishPlan } from './publish-plan.ts'
import { reviewPlan } from './review-plan.ts'
import { savePlan } from './save-plan.ts'
import { startPlan } from './start-plan.ts'
import { beginPublication, tellAffected } from './tell-affected.ts'
import { codesOf } from '../../../test/refusal-codes.ts'

const CITY_OF_HOME = '(select parent_code from agencies where code = $1)'

let world: World
let county: OfficerActor
let city: OfficerActor
let planId: string
beforeAll(async () => {
  world = await startWorld()
  county = await world.officer({ roles: ['plan'] })
  const [above] = await world.rows(`select ${CITY_OF_HOME} as code`, [HOME])
  city = await world.officer({ roles: ['plan'], agencyCode: String(above?.['code']) })
  for (const pointId of [world.points.home, world.points.other]) await world.officer({ roles: ['confirm'], pointId })
  const [plan] = await world.rows('select id from plans where agency_code = $1', [HOME])
  planId = String(plan?.['id'])
})
afterAll(() => world.stop())

const plan = (id = planId) => getPlan(world.as(county), { planId: id })

async function save(content: PlanContent, id = planId): Promise<number> {
  const { version } = await plan(id)
  return (await savePlan(world.as(county), { planId: id, version, content })).version
}

async function justified(id: string, content: PlanContent): Promise<Record<string, string>> {
  const { findings } = await checkPlan(world.as(county), { planId: id, content })
  return Object.fromEntries(findings.map(({ key }) => [key, '按全市统一安排。']))
}

async function handIn(content: PlanContent, id = planId): Promise<void> {
  const version = await save(content, id)
  await handInPlan(world.as(county), { planId: id, version, justifications: await justified(id, content) })
}

async function change(content: PlanContent, publishAt: string | null = null): Promise<void> {
  await handIn(content)
  await reviewPlan(world.as(city), { planId, approved: true, reason: null })
  await publishPlan(world.as(county), { planId, publishAt })
}

/** The same plan with 确认 of every point moved by days. */
function moveConfirm(content: PlanContent, days: number): PlanContent {
  const later = (text: string) => new Date(Date.parse(text) + days * 86_400_000).toISOString()
  const move = <One extends { opensAt: string; closesAt: string }>(one: One): One => ({
    ...one,
    closesAt: later(one.closesAt),
  })
  return { ...content, confirms: content.confirms.map(move), points: content.points.map(move) }
}

/** Province and national window with room for what the tests move. */
async function widen(): Promise<void> {
  await world.rows(`update rounds set closes_at = '2026-12-31T16:00:00Z'`)
  await world.rows(
    `update province_plans set confirm_closes_at = '2026-12-20T09:00:00Z', network_closes_at = '2026-12-20T09:00:00Z'`,
  )
}

const openingOf = (kind: 'network' | 'confirm') =>
  world.services.public.db.transaction(
    {},
    (tx) => getOpenState(tx, { agencyCode: HOME, pointId: world.points.home, kind }),
    'read',
  )

describe('a plan from draft to publication (PLN-2, PLN-3)', () => {
  test('a second plan in the same round is refused, and of fifty at once in a new round one is made', async () => {
    expect(await codesOf(startPlan(world.as(county), { roundId: world.roundId }))).toEqual(['plan.already-started'])
    expect(await codesOf(startPlan(world.as(county), { roundId: randomUUID() }))).toEqual(['plan.round-unknown'])
    const roundId = randomUUID()
    await world.rows(
      `insert into rounds (id, name, opens_at, closes_at) values ($1, '演示批次二', '2026-11-01', '2027-01-31')`,
      [roundId],
    )
    const made = await Promise.all(Array.from({ length: 50 }, () => codesOf(startPlan(world.as(county), { roundId }))))
    expect(made.filter((codes) => codes.length === 0)).toHaveLength(1)
    expect(made.filter(([code]) => code === 'plan.already-started')).toHaveLength(49)
  })

  test('what blocks and every warning without a reason stop the hand-in, all at once', async () => {
    const { content, version } = await plan()
    const empty = { ...content, phases: [], confirms: [], points: [], expectedCount: null }
    const saved = await savePlan(world.as(county), { planId, version, content: empty })
    const codes = await codesOf(handInPlan(world.as(county), { planId, version: saved.version, justifications: {} }))
    expect(codes).toEqual(
      expect.arrayContaining([
        'plan.no-network-window',
        'plan.no-confirm-window',
        'plan.no-points',
        'plan.justification-missing',
      ]),
    )
    expect(await codesOf(savePlan(world.as(county), { planId, version, content }))).toEqual(['plan.edited-meanwhile'])
    await save(content)
    const { version: now } = await plan()
    expect(await codesOf(handInPlan(world.as(county), { planId, version: now, justifications: {} }))).toEqual([
      'plan.nothing-changed',
    ])
  })

  test('the agency right above returns with a reason, nobody else decides, and one opinion is given', async () => {
    await widen()
    const { content } = await plan()
    const changed = moveConfirm(content, 1)
    await handIn(changed)
    expect(await plan()).toMatchObject({ state: 'handed-in', mayEdit: false })
    expect(await codesOf(save(content))).toEqual(['plan.not-editable'])
    expect(await codesOf(reviewPlan(world.as(county), { planId, approved: true, reason: null }))).toEqual([
      'plan.not-superior',
    ])
    const nation = await world.officer({ roles: ['plan'], agencyCode: '00000' })
    expect(await codesOf(reviewPlan(world.as(nation), { planId, approved: true, reason: null }))).toEqual([
      'request.not-found',
    ])
    expect(await codesOf(reviewPlan(world.as(city), { planId, approved: false, reason: null }))).toEqual([
      'plan.return-reason-needed',
    ])
    const same = await world.officer({ roles: ['plan'], agencyCode: city.agencyCode, personId: county.personId })
    expect(await codesOf(reviewPlan(world.as(same), { planId, approved: true, reason: null }))).toEqual([
      'plan.same-person',
    ])
    const tries = await Promise.all(
      Array.from({ length: 20 }, () =>
        codesOf(reviewPlan(world.as(city), { planId, approved: false, reason: '请与公告一致。' })),
      ),
    )
    expect(tries.filter((codes) => codes.length === 0)).toHaveLength(1)
    expect(await plan()).toMatchObject({ state: 'returned', mayEdit: true })
    expect(await codesOf(publishPlan(world.as(county), { planId, publishAt: null }))).toEqual(['plan.not-approved'])
    await save(content)
  })

  test('the board shows the tree of the city, and a foreign county sees nothing of this plan (S-050)', async () => {
    const board = await listPlans(world.as(city), { roundId: world.roundId })
    expect(board.rows.find((row) => row.agencyCode === HOME)).toMatchObject({ planId, announceBy: expect.any(String) })
    const nation = await world.officer({ roles: ['plan'], agencyCode: '00000' })
    const provinces = await listPlans(world.as(nation), { roundId: world.roundId })
    expect(provinces.rows.map((row) => row.agencyCode)).toContain('33001')
    expect(provinces.rows.map((row) => row.agencyCode)).not.toContain(HOME)
    const frame = await getPlanFrame(world.as(city), { planId })
    expect(frame.points.map(({ pointId }) => pointId)).toContain(world.points.home)
    expect(frame.daysOff).toEqual(expect.arrayContaining(['2026-10-17', '2026-10-18']))
    expect(frame.daysOff).not.toContain('2026-10-10')
    const foreign = await world.officer({ roles: ['plan'], agencyCode: '33076' })
    expect(await codesOf(getPlan(world.as(foreign), { planId }))).toEqual(['request.not-found'])
    expect((await listPlans(world.as(foreign), { roundId: world.roundId })).rows.map((row) => row.agencyCode)).toEqual([
      '33076',
    ])
  })
})

describe('changing what is published (PLN-5, R-056)', () => {
  test('R-056: a change is followed by every reader at its next transaction, and tells those who wait once', async () => {
    const waiting = await arrangeCase(world, { step: 'submitted' })
    const { content } = await plan()
    const changed = moveConfirm(content, 2)
    await change(changed)
    expect((await openingOf('confirm')).confirmTo?.toISOString()).toBe(changed.points[0]?.closesAt)
    expect((await plan()).inForce).toEqual(changed)
    const [publication] = await world.rows(
      'select id, number from plan_publications where plan_id = $1 order by number desc',
      [planId],
    )
    const run = {
      job: {
        id: 0,
        name: 'plan.tell-affected',
        payload: { publicationId: String(publication?.['id']) },
        fence: 0,
        attempts: 1,
      },
      holdLease: async () => {},
    }
    await Promise.all([tellAffected(world.services.worker, run), tellAffected(world.services.worker, run)])
    const told = await world.rows(
      `select channel from messages where template = 'plan.changed' and application_id = $1 order by channel`,
      [waiting.id],
    )
    expect(told.map((row) => row['channel'])).toEqual(['site', 'sms'])
    expect(await world.rows('select 1 from plan_publications where plan_id = $1', [planId])).toHaveLength(2)
  })

  test('a change that strands somebody who has submitted, or ends an open window early, is blocked with its reason', async () => {
    const { content } = await plan()
    const without = { ...content, points: content.points.filter(({ pointId }) => pointId !== world.points.home) }
    const version = await save(without)
    const justifications = await justified(planId, without)
    expect(await codesOf(handInPlan(world.as(county), { planId, version, justifications }))).toEqual([
      'plan.change-strands',
    ])
    const { findings, effect } = await checkPlan(world.as(county), { planId, content: moveConfirm(content, -1) })
    expect(findings.filter(({ severity }) => severity === 'block').map(({ code }) => code)).toContain(
      'plan.change-shortens',
    )
    expect(effect).toMatchObject({ stages: [{ stage: 'awaiting-confirmation', count: 1 }], draftCount: 0 })
    await save(content)
  })

  test('a publication with an hour to come waits for it', async () => {
    const { content } = await plan()
    const changed = moveConfirm(content, 1)
    await change(changed, '2026-10-13T01:00:00.000Z')
    expect(await plan()).toMatchObject({ state: 'scheduled', inForce: content })
    const [publication] = await world.rows('select id from plan_publications where plan_id = $1 order by number desc', [
      planId,
    ])
    const run = {
      job: {
        id: 0,
        name: 'plan.put-in-force',
        payload: { publicationId: String(publication?.['id']) },
        fence: 0,
        attempts: 1,
      },
      holdLease: async () => {},
    }
    await beginPublication(world.services.worker, run)
    expect(await plan()).toMatchObject({ state: 'scheduled' })
    await world.moveClock('2026-10-13T09:00:00+08:00')
    await beginPublication(world.services.worker, run)
    expect(await plan()).toMatchObject({ state: 'published', inForce: changed })
  })
})

describe('extension by a signed order (PLN-4, PLN-5)', () => {
  const order = {
    window: 'network',
    number: '衢教〔2026〕9号',
    signer: '柳如眉',
    reason: '台风期间网络中断。',
  } as const

  test('takes effect at once after the close, keeps the history, and its number serves once', async () => {
    const closes = (await openingOf('network')).closesAt
    if (closes === null) throw new Error('网报 is open')
    await world.moveClock(new Date(closes.getTime() + 3_600_000).toISOString())
    expect((await openingOf('network')).open).toBe(false)
    const closesAt = new Date(closes.getTime() + 3 * 86_400_000).toISOString()
    expect(await codesOf(extendPlan(world.as(county), { planId, ...order, closesAt: closes.toISOString() }))).toEqual([
      'plan.extension-not-later',
    ])
    expect(
      await codesOf(extendPlan(world.as(county), { planId, ...order, closesAt: '2027-06-01T09:00:00.000Z' })),
    ).toEqual(['plan.outside-parent'])
    await extendPlan(world.as(county), { planId, ...order, closesAt })
    expect(await openingOf('network')).toMatchObject({ open: true, closesAt: new Date(closesAt) })
    const later = new Date(closes.getTime() + 4 * 86_400_000).toISOString()
    expect(await codesOf(extendPlan(world.as(county), { planId, ...order, closesAt: later }))).toEqual([
      'plan.extension-number-used',
    ])
    const { history } = await plan()
    expect(history.find(({ kind }) => kind === 'extended')?.text).toContain('衢教〔2026〕9号')
  })

  test('S-075: of fifty readers around the old end each is answered by the window in force at its transaction', async () => {
    const closes = (await openingOf('network')).closesAt
    if (closes === null) throw new Error('网报 is open')
    await world.moveClock(new Date(closes.getTime() - 150).toISOString())
    const closesAt = new Date(closes.getTime() + 86_400_000).toISOString()
    const ask = async (place: number) => {
      await new Promise((resolve) => {
        setTimeout(resolve, place * 8)
      })
      return world.services.public.db.transaction(
        {},
        async (tx) => ({ now: tx.now, state: await getOpenState(tx, { agencyCode: HOME, kind: 'network' }) }),
        'read',
      )
    }
    const [answers] = await Promise.all([
      Promise.all(Array.from({ length: 50 }, (_, place) => ask(place))),
      extendPlan(world.as(county), { planId, ...order, number: '衢教〔2026〕10号', closesAt }),
    ])
    for (const { now, state } of answers) {
      const bySome = state.open ? state.closesAt : closes
      expect(state.open).toBe(bySome !== null && now < bySome)
      if (state.open) expect([closes.toISOString(), closesAt]).toContain(state.closesAt?.toISOString())
    }
    expect((await openingOf('network')).open).toBe(true)
  })
})
