import { randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { AnyEndpoint } from '@xingtan/contract/endpoint'
import { OfficeRole } from '@xingtan/contract/office/session'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { OFFICE_ROUTES, PUBLIC_ROUTES } from '../../src/face-routes.ts'
import { findLocalPerson, makeReadyDraft, submitReady } from '../applicant.ts'
import type { TestClient } from '../client.ts'
import { OFFICE_ORIGIN } from '../sandbox.ts'
import { PUBLIC_ORIGIN, type TestProduct, startTestProduct } from '../product.ts'
import { signInOfficer } from '../sign-in.ts'
import { hashTables } from '../tables.ts'
import { CALLERS, type Caller, OFFICER_OF_ROLE } from './access-callers.ts'
import { ACCESS_MATRIX } from './access-matrix.ts'

const ENDPOINTS: readonly AnyEndpoint[] = [...PUBLIC_ROUTES, ...OFFICE_ROUTES].map((binding) => binding.endpoint)
const COOKIES = { public: '__Host-xt-session', office: '__Host-xo-session' } as const

let product: TestProduct
const tokens = new Map<Caller, string>()
/** Rows that are really there, by the parameter that names them. */
const ids = new Map<string, string>()

function tokenOf(visitor: TestClient, cookie: string): string {
  const token = visitor.cookies.get(cookie)
  if (token === undefined) throw new Error('no session')
  return token
}

beforeAll(async () => {
  product = await startTestProduct()
  const ready = await makeReadyDraft(product, await findLocalPerson(product, 'graduate'))
  await submitReady(ready)
  tokens.set('applicant', tokenOf(ready.visitor, COOKIES.public))
  for (const [name, table] of [
    ['applicationId', 'applications'],
    ['noticeId', 'notices'],
  ] as const) {
    const { rows } = await product.admin.query<{ id: string }>(`select id from ${table} limit 1`)
    ids.set(name, rows[0]?.id ?? '')
  }
  for (const [username, roles] of Map.groupBy(OfficeRole.options, (role) => OFFICER_OF_ROLE[role])) {
    const token = tokenOf(await signInOfficer(product, username), COOKIES.office)
    for (const role of roles) tokens.set(role, token)
  }
})
afterAll(() => product.stop())

/** Sends what the route takes at least; the cookie carries the caller's token whatever face it was made for. */
function send(endpoint: AnyEndpoint, caller: Caller) {
  const visitor = product.visitor(endpoint.face)
  const token = tokens.get(caller)
  if (token !== undefined) visitor.cookies.set(COOKIES[endpoint.face], token)
  const origin = endpoint.face === 'public' ? PUBLIC_ORIGIN : OFFICE_ORIGIN
  return visitor.raw({
    method: endpoint.method,
    url: endpoint.path.replaceAll(/:(\w+)/g, (_whole, name: string) => ids.get(name) ?? randomUUID()),
    headers: { origin, 'x-requested-with': 'xingtan', 'content-type': 'application/json' },
    ...(endpoint.method === 'GET' ? {} : { body: '{}' }),
  })
}

/** A token counts on its own face alone. */
function isKnownThere(endpoint: AnyEndpoint, caller: Caller): boolean {
  if (caller === 'nobody') return false
  return (endpoint.face === 'public') === (caller === 'applicant')
}

function expectedRefusal(endpoint: AnyEndpoint, caller: Caller): string | null {
  const allowed = ACCESS_MATRIX[endpoint.name]
  if (allowed === undefined) return 'missing from the matrix'
  if (isKnownThere(endpoint, caller)) return allowed.includes(caller) ? null : 'request.not-allowed'
  return allowed.includes('nobody') ? null : 'request.sign-in-needed'
}

const Refused = z.object({ code: z.string() })

async function readRefusal(endpoint: AnyEndpoint, caller: Caller): Promise<string | null> {
  const reply = await send(endpoint, caller)
  if (reply.status !== 401 && reply.status !== 403) return null
  const { code } = Refused.parse(JSON.parse(reply.text))
  return code === 'request.not-allowed' || code === 'request.sign-in-needed' ? code : null
}

/** Some thousand requests: every route for every caller. */
const SWEEP_MS = 120_000

test(
  'S-093: no GET changes a row, whoever sends it; reading may leave sessions touched and an event',
  async () => {
    await product.settle()
    const touched = ['sessions', 'staff_sessions', 'audit_events', 'audit_lanes']
    const before = await hashTables(product.admin, touched)
    const found: string[] = []
    for (const endpoint of ENDPOINTS.filter((one) => one.method === 'GET')) {
      for (const caller of CALLERS) {
        const reply = await send(endpoint, caller)
        if (reply.status === 200) found.push(endpoint.name)
      }
    }
    expect(found).toEqual(
      expect.arrayContaining(['application.get', 'decision.get-case', 'account.get-me', 'notice.get']),
    )
    expect(await hashTables(product.admin, touched)).toEqual(before)
  },
  SWEEP_MS,
)

describe('S-044: every route against the committed matrix', () => {
  test('has a row for every route, and no row without a route', () => {
    expect(ENDPOINTS.map((endpoint) => endpoint.name).toSorted()).toEqual(Object.keys(ACCESS_MATRIX).toSorted())
  })

  test(
    'answers nobody, applicants and each office role as the matrix says',
    async () => {
      // Signing out would end the session the other tries need.
      const ordered = [
        ...ENDPOINTS.filter((one) => !one.name.endsWith('sign-out')),
        ...ENDPOINTS.filter((one) => one.name.endsWith('sign-out')),
      ]
      const wrong: string[] = []
      for (const endpoint of ordered) {
        for (const caller of CALLERS) {
          const given = await readRefusal(endpoint, caller)
          const expected = expectedRefusal(endpoint, caller)
          if (given !== expected) wrong.push(`${endpoint.name} × ${caller}: ${given} instead of ${expected}`)
        }
      }
      expect(wrong).toEqual([])
    },
    SWEEP_MS,
  )

  test('names no route twice and keeps the faces apart', () => {
    const places = ENDPOINTS.map((endpoint) => `${endpoint.face} ${endpoint.method} ${endpoint.path}`)
    expect(new Set(places).size).toBe(places.length)
    expect(PUBLIC_ROUTES.every(({ endpoint }) => endpoint.face === 'public')).toBe(true)
    expect(OFFICE_ROUTES.every(({ endpoint }) => endpoint.face === 'office')).toBe(true)
  })
})

const CONTRACT = join(import.meta.dirname, '..', '..', '..', 'contract', 'src')

function isEndpoint(value: unknown): value is AnyEndpoint {
  return typeof value === 'object' && value !== null && 'permission' in value && 'output' in value && 'path' in value
}

async function loadEndpoints(): Promise<AnyEndpoint[]> {
  const files = ['', 'office'].flatMap((folder) =>
    readdirSync(join(CONTRACT, folder))
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .map((name) => join(CONTRACT, folder, name)),
  )
  const modules: unknown[] = await Promise.all(files.map((file) => import(file)))
  return modules.flatMap((module) =>
    typeof module === 'object' && module !== null ? Object.values(module).filter(isEndpoint) : [],
  )
}

/** Places of a JSON schema where an object takes fields that nobody named. */
function openPlaces(schema: unknown, at: string): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  if (Array.isArray(schema)) return schema.flatMap((item, index) => openPlaces(item, `${at}[${index}]`))
  const isOpen =
    'type' in schema &&
    schema.type === 'object' &&
    'properties' in schema &&
    !('additionalProperties' in schema && schema.additionalProperties === false)
  const below = Object.entries(schema).flatMap(([name, value]) => openPlaces(value, `${at}.${name}`))
  return isOpen ? [at, ...below] : below
}

describe('closed shapes', () => {
  test('S-053: no answer of any endpoint may carry a field that nobody named', async () => {
    const endpoints = await loadEndpoints()
    expect(endpoints.length).toBeGreaterThan(60)
    const open = endpoints
      .filter((one) => one.reply !== 'binary')
      .flatMap((one) => openPlaces(z.toJSONSchema(one.output, { io: 'input', unrepresentable: 'any' }), one.name))
    expect(open).toEqual([])
  })

  test('S-052: no input of any endpoint takes a field that nobody named', async () => {
    const open = (await loadEndpoints()).flatMap((one) =>
      openPlaces(z.toJSONSchema(one.input, { io: 'input', unrepresentable: 'any' }), one.name),
    )
    expect(open).toEqual([])
  })
})
