import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { Client } from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { arrangeSlots } from '../arrange-appointment.ts'
import { CaseArranger } from '../case-arranger.ts'
import { HOME, type World, startWorld } from '../world.ts'
import { checkRows } from '../../src/invariants/check-invariants.ts'
import type { Snapshot } from '../../src/invariants/snapshot.ts'
import { Problem } from '../../src/platform/problem.ts'
import { CASE_VERBS, type ModelCase, NotAsked, type Person, type Stage, type Verb } from './office-model.ts'
import { CLOSURE_VERBS, OFFICE_VERBS, PLAN_VERBS } from './plan-verbs.ts'
import { RESTRICTION_VERBS } from './restriction-verbs.ts'

/** `RUNS=5000 npm test` looks further than the 200 seeds of every run, `SEED=…` elsewhere. */
const RUNS = Number(process.env['RUNS'] ?? 200)
const SEED = Number(process.env['SEED'] ?? 20_261_121)
const PARTS = 8
const CITY = '33009'
/** A run looks at everything, or deeper at one thing: few choices make long stories of it. */
const VERBS = {
  everything: [...CASE_VERBS, ...RESTRICTION_VERBS, ...PLAN_VERBS, ...CLOSURE_VERBS, ...OFFICE_VERBS],
  plans: PLAN_VERBS,
  cases: [...CASE_VERBS, ...CLOSURE_VERBS],
} satisfies Readonly<Record<string, readonly Verb[]>>

let world: World
let looker: Client
let officers: Stage['officers']
let plan: Stage['plan']
let office: Stage['office']
const prepared = new Map<string, string>()
const slots = new Map<string, { readonly capacity: number; booked: number }>()

beforeEach(async () => {
  slots.clear()
  prepared.clear()
  world = await startWorld()
  const decider = { roles: ['review', 'approve'] as const }
  officers = {
    chen: await world.officer(decider),
    lin: await world.officer(decider),
    desk: await world.officer({ roles: ['confirm'], pointId: world.points.home }),
    foreign: await world.officer({ roles: ['review', 'approve'], agencyCode: '33076' }),
    clerk: await world.officer({ roles: ['restrict'] }),
    city: await world.officer({ roles: ['restrict'], agencyCode: CITY }),
    planner: await world.officer({ roles: ['plan'] }),
    superior: await world.officer({ roles: ['plan'], agencyCode: CITY }),
    manager: await world.officer({ roles: ['users'] }),
    nation: await world.officer({ roles: ['plan'], agencyCode: '00000' }),
  }
  await arrangeSlots(world, world.points.home)
  await world.officer({ roles: ['confirm'], pointId: world.points.other })
  // Room above for what the plan moves.
  await world.rows(`update rounds set closes_at = '2026-12-31T16:00:00Z'`)
  await world.rows(
    `update province_plans set confirm_closes_at = '2026-12-20T09:00:00Z', network_closes_at = '2026-12-20T09:00:00Z'`,
  )
  const [own] = await world.rows('select id from plans where agency_code = $1', [HOME])
  plan = {
    id: String(own?.['id']),
    state: 'published',
    isChanged: false,
    isDraftShort: false,
    isSubmittedShort: false,
    hasSavedSince: false,
    extensions: 0,
    saves: 0,
  }
  office = { handover: null, closure: null }
  const rows = await world.rows(
    `select id, capacity from appointment_slots where point_id = $1 and starts_at > app_now() + interval '1 day'
     order by starts_at limit 40`,
    [world.points.home],
  )
  for (const { id, capacity } of rows) slots.set(String(id), { capacity: Number(capacity), booked: 0 })
  looker = new Client({ connectionString: world.database.adminUrl })
  await looker.connect()
})
afterEach(async () => {
  await looker.end()
  await world.stop()
})

async function layCase(): Promise<ModelCase> {
  const arranger = new CaseArranger(world, { step: 'submitted', agencyCode: HOME })
  await arranger.layPerson()
  await arranger.layApplication()
  const owner = {
    kind: 'applicant' as const,
    accountId: arranger.accountId,
    sessionId: randomUUID(),
    endsAt: new Date('2099-01-01'),
  }
  return {
    arranger,
    owner,
    stage: 'submitted',
    vetted: false,
    review: null,
    isHeld: false,
    correction: null,
    isVoid: false,
    bar: 'none',
    entry: null,
    inForce: null,
    slot: null,
    endings: 0,
    request: null,
  }
}

/** The questions are the same after every step, so the database plans each of them once. */
const snapshot: Snapshot = {
  list: async (row, text, values = []) => {
    const name = prepared.get(text) ?? `check_${prepared.size}`
    prepared.set(text, name)
    const { rows } = await looker.query<Record<string, unknown>>({ name, text, values: [...values] })
    return rows.map((one) => row.parse(one))
  },
}

/** Every invariant that rows alone can break, on one moment of the database. */
async function listBreaches(): Promise<string[]> {
  await looker.query('begin isolation level repeatable read read only')
  try {
    const lines = await checkRows(snapshot)
    return lines.filter(({ breaches }) => breaches > 0).map(({ id, examples }) => `${id} ${examples.join('; ')}`)
  } finally {
    await looker.query('commit')
  }
}

interface Step {
  readonly verb: Verb
  readonly by: Person
  readonly item: ModelCase
}

interface Tries {
  readonly allowed: readonly Step[]
  readonly refused: readonly Step[]
  /** Of the refused ones those that nothing but the wrong person or a closure forbids. */
  readonly near: readonly Step[]
}

/** Everything somebody could try now; the model says which of it the law allows. */
function listTries(verbs: readonly Verb[], cases: readonly ModelCase[], stage: Stage): Tries {
  const all = cases.flatMap((item) => verbs.flatMap((verb) => verb.by.map((by) => ({ verb, by, item }))))
  const allowed = all.filter(({ verb, by, item }) => verb.may(item, by, stage))
  const refused = all.filter((step) => !allowed.includes(step))
  const open: Stage = { ...stage, office: { ...stage.office, closure: null } }
  const near = refused.filter(({ verb, by, item }) =>
    stage.office.closure === null
      ? allowed.some((other) => other.verb === verb && other.item === item)
      : verb.may(item, by, open),
  )
  return { allowed, refused, near }
}

async function attempt({ verb, by, item }: Step, stage: Stage): Promise<{ done: boolean; found: unknown }> {
  try {
    return { done: true, found: await verb.act(item, by, stage) }
  } catch (error) {
    if (error instanceof Problem || error instanceof NotAsked) return { done: false, found: error }
    throw error
  }
}

/** One run: the steps are drawn from what is allowed at that moment, and now and then from what is not. */
async function runOnce(
  focus: keyof typeof VERBS,
  draws: readonly { readonly isAllowed: boolean; readonly pick: number; readonly slot: number }[],
) {
  const cases = [await layCase(), await layCase()]
  const trail: string[] = []
  let acts = 0
  const ids = [...slots.keys()]
  for (const { isAllowed, pick, slot } of draws) {
    const stage: Stage = { world, officers, slots, slotId: ids[slot % ids.length] ?? '', plan, office }
    const tries = listTries(VERBS[focus], cases, stage)
    const misses = pick % 3 > 0 && tries.near.length > 0 ? tries.near : tries.refused
    const list = isAllowed ? tries.allowed : misses
    const step = list[pick % list.length]
    if (step === undefined) continue
    trail.push(
      `${step.by} · ${step.verb.name} · case ${cases.indexOf(step.item) + 1} · ${isAllowed ? 'may' : 'may not'}`,
    )
    const { done, found } = await attempt(step, stage)
    const said = found instanceof Problem ? found.reasons.map(({ code }) => code).join(' ') : ''
    expect(done, `${trail.join('\n')}\n${said}`).toBe(isAllowed)
    if (done) {
      acts += 1
      step.verb.settle(step.item, step.by, found, stage)
    }
    expect(await listBreaches(), trail.join('\n')).toEqual([])
  }
  return acts
}

const draw = fc.record({
  isAllowed: fc.constantFrom(true, true, true, false),
  pick: fc.nat(10_000),
  slot: fc.nat(100),
})

const focused = fc.constantFrom<(keyof typeof VERBS)[]>('everything', 'everything', 'plans', 'cases')

// Each part in a database of its own: every step asks about all that is in it.
test.each(Array.from({ length: PARTS }, (_one, index) => index + 1))(
  'random orders of several officers over plans, slots, closures, cases, conclusions, bookings, 限制库 entries, requests and handovers break nothing (I-02…I-19), part %i',
  async (part) => {
    let acts = 0
    await fc.assert(
      fc.asyncProperty(focused, fc.array(draw, { minLength: 5, maxLength: 12 }), async (focus, draws) => {
        acts += await runOnce(focus, draws)
      }),
      { numRuns: RUNS / PARTS, endOnFailure: true, seed: SEED + part },
    )
    expect(acts).toBeGreaterThan(RUNS / PARTS)
  },
  RUNS * 2_000,
)
