import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { AnyEndpoint } from '@xingtan/contract/endpoint'
import { OfficeRole } from '@xingtan/contract/office/session'
import { permits } from '@xingtan/domain/permission'
import { OFFICE_ROUTES } from '../../src/face-routes.ts'
import { authenticateOfficer } from '../../src/modules/staff/index.ts'
import { createHttpServer } from '../../src/platform/http-server.ts'
import { serveRoutes } from '../../src/platform/http-routes.ts'
import { arrangeCase } from '../arrange-case.ts'
import { ACCESS_MATRIX } from '../security/access-matrix.ts'
import { FOREIGN, HOME, type World, startWorld } from '../world.ts'

/** `RUNS=2000` looks further than the seeds of every run. */
const RUNS = Number(process.env['RUNS'] ?? 60)
const CITY = '33009'
const PROVINCE = '33001'
/** The agencies of this world by what they answer to; written down here, not read from the register. */
const UPPER: Readonly<Record<string, readonly string[]>> = {
  [HOME]: [CITY, PROVINCE, '00000'],
  [FOREIGN]: [CITY, PROVINCE, '00000'],
  [CITY]: [PROVINCE, '00000'],
  [PROVINCE]: ['00000'],
  '00000': [],
}
const AGENCIES = Object.keys(UPPER)
/** Who reads what the agencies under the own one do, and decides nothing there (S-050). */
const SUPERVISING: ReadonlySet<string> = new Set(['plan', 'review', 'approve', 'statistics'])
const ADMINISTRATORS: ReadonlySet<string> = new Set(['system', 'security', 'audit'])

interface Case {
  readonly id: string
  readonly agency: string
  readonly point: string
}

let world: World
let app: FastifyInstance
let cases: Case[] = []
let points: Readonly<Record<string, readonly string[]>> = {}

beforeAll(async () => {
  world = await startWorld()
  const { services } = world
  app = await createHttpServer({
    log: services.office.log,
    origins: ['http://office.localhost'],
    connect: [],
    trustedHops: 0,
    observe: () => undefined,
  })
  serveRoutes(app, OFFICE_ROUTES, {
    services: services.office,
    sessionCookie: 'session',
    deviceCookie: 'device',
    secureCookies: false,
    authenticate: authenticateOfficer,
    permits,
  })
  const { home, other, foreign } = world.points
  const [row] = await world.rows(`select id from points where code = $1`, [`${CITY}-01`])
  const city = String(row?.['id'])
  points = { [HOME]: [home, other], [FOREIGN]: [foreign], [CITY]: [city] }
  for (const [agency, of] of Object.entries(points)) {
    for (const point of of) {
      for (const step of ['submitted', 'confirmed', 'reviewed'] as const) {
        const { id } = await arrangeCase(world, { step, agencyCode: agency, pointId: point })
        cases.push({ id, agency, point })
      }
    }
  }
})
afterAll(async () => {
  await app.close()
  await world.stop()
})

const MINUTE = 60_000
/** What may have become of an officer’s standing; only the first lets anybody work (S-029, S-032, I-17). */
const STANDINGS = [
  'good',
  'disabled',
  'not filed',
  'filed from tomorrow',
  'filing over at this instant',
  'key revoked',
  'session ended',
  'session over',
  'idle',
] as const
const GIVEN = ['good', 'good', 'good', 'disabled', 'not filed', 'filing over at this instant'] as const

const Wish = fc.record({
  agency: fc.constantFrom(...AGENCIES, HOME, HOME, CITY, CITY),
  atPoint: fc.constantFrom(0, 0, 1, 9),
  // Roles that work on cases are drawn oftener: theirs are most of the doors.
  roles: fc.oneof(
    fc.subarray(['confirm', 'vet', 'review', 'approve', 'plan', 'statistics'] as const, { minLength: 1, maxLength: 2 }),
    fc.constantFrom(['confirm'] as const, ['confirm', 'vet'] as const, ['vet'] as const),
    fc.subarray([...OfficeRole.options], { minLength: 0, maxLength: 4 }),
  ),
  standing: fc.oneof(
    { weight: 3, arbitrary: fc.constant('good') },
    { weight: 1, arbitrary: fc.constantFrom(...STANDINGS) },
  ),
  delegation: fc.record({
    roles: fc.subarray(
      ['plan', 'confirm', 'vet', 'review', 'approve', 'restrict', 'publicity', 'statistics'] as const,
      {
        minLength: 1,
        maxLength: 3,
      },
    ),
    /** Whether the giver holds them. */
    held: fc.boolean(),
    giver: fc.constantFrom(...GIVEN),
    /** Minutes from now: the end is half-open (S-043). */
    span: fc.constantFrom([-60, 60], [-60, 0], [-60, -1], [1, 60]),
    isTakenBack: fc.constantFrom(false, false, true),
  }),
  picks: fc.array(fc.nat(10_000), { minLength: 10, maxLength: 10 }),
})
type Wish = typeof Wish extends fc.Arbitrary<infer T> ? T : never

/** What the law makes of a wish: nobody, or an officer with these roles at this place. */
interface Officer {
  readonly token: string
  readonly agency: string
  readonly point: string | null
  readonly roles: ReadonlySet<string> | null
}

async function layUser(agency: string, standing: string, told: { roles: readonly string[]; point: string | null }) {
  const [personId, userId] = [randomUUID(), randomUUID()]
  const filings: Readonly<Record<string, readonly [string | null, string | null]>> = {
    'not filed': [null, null],
    'filed from tomorrow': [`interval '1 day'`, `interval '2 days'`],
    'filing over at this instant': [`interval '-1 day'`, `interval '-1 millisecond'`],
  }
  const [from, until] = filings[standing] ?? [`interval '-1 day'`, `interval '1 day'`]
  await world.rows(
    `insert into staff_people (id, name, person_index, filed_from, filed_until, agency_code)
     values ($1, '陈一', $2, app_now() + ${from ?? 'null'}, app_now() + ${until ?? 'null'}, $3)`,
    [personId, Buffer.from(personId), agency],
  )
  await world.rows(
    `insert into staff_users (id, person_id, agency_code, point_id, username, password_hash, roles, enabled)
     values ($1, $2, $3, $4, $5, '-', $6, $7)`,
    [userId, personId, agency, told.point, `u-${userId}`, told.roles, standing !== 'disabled'],
  )
  return userId
}

async function laySession(userId: string, standing: string): Promise<string> {
  const token = randomUUID()
  const serial = `K-${userId}`
  await world.rows(
    `insert into staff_keys (serial, user_id, revoked_at, revoked_because) values ($1, $2, $3, $4)`,
    standing === 'key revoked' ? [serial, userId, new Date(), 'lost'] : [serial, userId, null, null],
  )
  await world.rows(
    `insert into staff_sessions (id, token_hash, user_id, key_serial, started_at, seen_at, ends_at, ended_at, ended_because)
     values ($1, $2, $3, $4, app_now() - interval '1 hour', app_now() - $5::interval, app_now() + $6::interval,
       case when $7 then app_now() end, case when $7 then 'signed-out' end)`,
    [
      randomUUID(),
      world.services.office.crypto.hashToken(token),
      userId,
      serial,
      standing === 'idle' ? '15 minutes 1 second' : '1 second',
      standing === 'session over' ? '-1 millisecond' : '1 hour',
      standing === 'session ended',
    ],
  )
  return token
}

/** The three administrators hold nothing else, and a confirm user has a point: what no office could enter is not tried. */
function enterable(roles: readonly string[], point: string | null): string[] {
  const administrator = roles.find((role) => ADMINISTRATORS.has(role))
  if (administrator !== undefined) return [administrator]
  return roles.filter((role) => role !== 'confirm' || point !== null)
}

async function layOfficer(wish: Wish): Promise<Officer> {
  const { agency, standing, delegation } = wish
  const point = points[agency]?.[wish.atPoint] ?? null
  const roles = enterable(wish.roles, point)
  const userId = await layUser(agency, standing, { roles, point })
  const given = enterable(delegation.roles, point)
  const mayTake = given.length > 0 && !roles.some((role) => ADMINISTRATORS.has(role))
  if (mayTake) {
    const giverRoles = delegation.held ? given : ['print']
    const giver = await layUser(agency, delegation.giver, { roles: giverRoles, point })
    const [from, to] = delegation.span
    // Given rightly once; what has become of the giver since is drawn.
    await world.rows('set session_replication_role = replica')
    await world.rows(
      `insert into staff_delegations (id, agency_code, from_user_id, to_user_id, roles, starts_at, ends_at, reason, ended_at, ended_because)
       values ($1, $2, $3, $4, $5, app_now() + $6::interval, app_now() + $7::interval, '出差',
         case when $8 then app_now() end, case when $8 then 'giver' end)`,
      [randomUUID(), agency, giver, userId, given, `${from} minutes`, `${to} minutes`, delegation.isTakenBack],
    )
    await world.rows('reset session_replication_role')
  }
  const [from = 0, to = 0] = delegation.span.map((minutes) => minutes * MINUTE)
  const isInForce =
    mayTake && from <= 0 && to > 0 && !delegation.isTakenBack && delegation.held && delegation.giver === 'good'
  const token = await laySession(userId, standing)
  const held = new Set([...roles, ...(isInForce ? given : [])])
  return { token, agency, point, roles: standing === 'good' ? held : null }
}

/** Every answer that turns somebody away at the door. */
const DOOR: ReadonlySet<string> = new Set(['request.sign-in-needed', 'request.not-allowed'])
const Refused = z.object({ code: z.string() })

async function knock(
  endpoint: AnyEndpoint,
  officer: Officer,
  more: { id?: string; body?: object } = {},
): Promise<string> {
  const url = endpoint.path.replaceAll(/:\w+/g, () => more.id ?? randomUUID())
  const reply = await app.inject({
    method: endpoint.method,
    url,
    headers: {
      cookie: `session=${officer.token}`,
      origin: 'http://office.localhost',
      host: 'office.localhost',
      'x-requested-with': 'xingtan',
      'idempotency-key': randomUUID(),
      'content-type': 'application/json',
    },
    ...(endpoint.method === 'GET' ? {} : { payload: JSON.stringify(more.body ?? {}) }),
  })
  return reply.statusCode < 300 ? 'done' : Refused.parse(reply.json()).code
}

/** What the matrix says of this endpoint for these roles. */
function doorOf(endpoint: AnyEndpoint, { roles }: Officer): string | null {
  const allowed: readonly string[] = ACCESS_MATRIX[endpoint.name] ?? []
  if (allowed.includes('nobody')) return null
  if (roles === null) return 'request.sign-in-needed'
  const isForAnyOfficer = OfficeRole.options.every((role) => allowed.includes(role))
  return isForAnyOfficer || [...roles].some((role) => allowed.includes(role)) ? null : 'request.not-allowed'
}

const isHeld = ({ agency, point }: Officer, item: Case) =>
  item.agency === agency && (point === null || item.point === point)
/** Supervision is of those under the own office; its own cases are the work of others there. */
const isBelow = ({ agency }: Officer, item: Case) => UPPER[item.agency]?.includes(agency) === true
const supervises = ({ roles }: Officer) => [...(roles ?? [])].some((role) => SUPERVISING.has(role))

const ENDPOINTS = OFFICE_ROUTES.map(({ endpoint }) => endpoint)
// Signing out would end the session the other tries need.
const DOORS = ENDPOINTS.filter(({ name }) => !name.endsWith('sign-out'))
const READING = ENDPOINTS.filter(({ method, path }) => method === 'GET' && path.includes(':applicationId'))
/** Parts that a case may not have: unknown says nothing about whose it is. */
const PARTS: ReadonlySet<string> = new Set(['material.get-online', 'decision.get-letter', 'appointment.get-agent'])

const STALE = { version: 999_999 }
/** Acts on one case with a version it never had: whoever may act is told so, everybody else something else. */
const ACTS: Readonly<Record<string, object>> = {
  'confirmation.refuse': { ...STALE, reasons: [{ code: 'false-material', note: null }] },
  'decision.return': { ...STALE, message: '请补充材料。' },
  'decision.review': { ...STALE, opinion: 'fail', note: '材料存疑', reasons: [] },
  'decision.hold': { ...STALE, reason: 'material-verification', expectedDays: null, note: '正在核实材料真实性。' },
  'decision.resume': STALE,
  'decision.propose-correction': { ...STALE, reason: '认定结论依据的事实有误，应当更正。' },
}

async function listFaults(wish: Wish): Promise<string[]> {
  const officer = await layOfficer(wish)
  const found: string[] = []
  const say = (endpoint: AnyEndpoint, got: string, wanted: string, item?: Case) => {
    const who = JSON.stringify({ ...officer, roles: [...(officer.roles ?? [])] })
    found.push(`${endpoint.name}: ${got} instead of ${wanted} for ${who} ${item?.agency ?? ''}`)
  }
  for (const pick of wish.picks) {
    const endpoint = DOORS[pick % DOORS.length]
    if (endpoint === undefined) continue
    const got = await knock(endpoint, officer)
    const wanted = doorOf(endpoint, officer)
    if ((DOOR.has(got) ? got : null) !== wanted) say(endpoint, got, wanted ?? 'an open door')
  }
  for (const pick of wish.picks.slice(0, 4)) {
    const item = cases[pick % cases.length]
    if (item === undefined) continue
    for (const endpoint of READING) {
      const got = await knock(endpoint, officer, { id: item.id })
      const isSeen = endpoint.name === 'decision.get-case-below' ? isBelow(officer, item) : isHeld(officer, item)
      const wanted = doorOf(endpoint, officer) ?? (isSeen ? 'done' : 'request.not-found')
      const isPart = isSeen && PARTS.has(endpoint.name) && got === 'request.not-found'
      // A supervisor may be told that this is not decided here, of a case that may be read below.
      const isTold = !isSeen && got === 'case.not-own' && supervises(officer) && isBelow(officer, item)
      if (got !== wanted && !isPart && !isTold) say(endpoint, got, wanted, item)
    }
    for (const [name, body] of Object.entries(ACTS)) {
      const endpoint = ENDPOINTS.find((one) => one.name === name)
      if (endpoint === undefined) throw new Error(`no endpoint ${name}`)
      const got = await knock(endpoint, officer, { id: item.id, body })
      const beyond = supervises(officer) && isBelow(officer, item) ? 'case.not-own' : 'request.not-found'
      const door = doorOf(endpoint, officer)
      if (door === null && isHeld(officer, item)) {
        // Reached and refused for its version or its state; done would be a lost update.
        if (!['case.changed', 'case.not-now', 'case.version'].includes(got)) say(endpoint, got, 'a stale version', item)
      } else if (got !== (door ?? beyond)) say(endpoint, got, door ?? beyond, item)
    }
  }
  return found
}

describe('who may do what where: random officers × doors × cases against an independent law (S-044…S-050, S-029, S-043)', () => {
  test(
    'nobody gets through a door that the matrix shuts, sees a case that is not theirs, or is kept from what is',
    async () => {
      const look = 'select id, version, xmin::text from applications order by id'
      const before = await world.rows(look)
      await fc.assert(
        fc.asyncProperty(Wish, async (wish) => {
          expect(await listFaults(wish)).toEqual([])
        }),
        { numRuns: RUNS, seed: 20_261_012, endOnFailure: true },
      )
      expect(await world.rows(look)).toEqual(before)
    },
    RUNS * 5_000,
  )
})
