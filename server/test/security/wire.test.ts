import { randomUUID } from 'node:crypto'
import { connect } from 'node:net'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { completeProfileEndpoint, createChallengeEndpoint, getMeEndpoint } from '@xingtan/contract/account'
import { ProblemDocument } from '@xingtan/contract/problem-document'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createFace } from '../../src/face.ts'
import { OFFICE_ROUTES, PUBLIC_ROUTES } from '../../src/face-routes.ts'
import { serveRoutes } from '../../src/platform/http-routes.ts'
import { createHttpServer } from '../../src/platform/http-server.ts'
import { createMetrics } from '../../src/platform/metrics.ts'
import { findLocalPerson, layApplicant } from '../applicant.ts'
import type { TestClient } from '../client.ts'
import { OFFICE_ORIGIN } from '../sandbox.ts'
import { PUBLIC_ORIGIN, type TestProduct, startTestProduct } from '../product.ts'
import { signInApplicant, signInOfficer } from '../sign-in.ts'

const ORIGINS = { public: PUBLIC_ORIGIN, office: OFFICE_ORIGIN } as const
const FACES = ['public', 'office'] as const

let product: TestProduct
let applicant: TestClient
let number = ''

beforeAll(async () => {
  product = await startTestProduct()
  const person = await findLocalPerson(product, 'graduate')
  number = person.number
  await layApplicant(product, person)
  applicant = await signInApplicant(product, person)
})
afterAll(() => product.stop())

const own = (face: 'public' | 'office') => ({
  origin: ORIGINS[face],
  'x-requested-with': 'xingtan',
  'content-type': 'application/json',
})

describe('S-160: every answer carries the headers', () => {
  /** One request of every kind there is: routes, pages, files, refusals, what the router cannot read. */
  function requests(face: 'public' | 'office') {
    const bindings = face === 'public' ? PUBLIC_ROUTES : OFFICE_ROUTES
    const [asset] = readdirSync(
      join(import.meta.dirname, '..', '..', '..', face === 'public' ? 'portal' : 'office', 'dist', 'assets'),
    )
    const get = (url: string) => ({
      method: 'GET',
      url,
      // Widened: other requests of this list carry headers and a body.
      headers: {} as Record<string, string>,
      // As above.
      body: undefined as string | undefined,
    })
    return [
      ...bindings.map(({ endpoint }) => ({
        method: endpoint.method,
        url: endpoint.path.replaceAll(/:\w+/g, randomUUID()),
        headers: own(face),
        body: endpoint.method === 'POST' ? '{}' : undefined,
      })),
      get('/'),
      get('/some/page'),
      get(`/assets/${asset}`),
      get('/assets/none.js'),
      get('/assets'),
      get('/assets/'),
      get('/api/none'),
      get('/none.php'),
      get('/%zz'),
      get(`/api/notices/${'a'.repeat(300)}`),
      { ...get('/'), method: 'HEAD' },
      { ...get('/'), method: 'PUT' },
      { ...get('/api/me'), method: 'OPTIONS' },
      { ...get('/'), headers: { host: 'evil.example' } },
      { method: 'POST', url: '/api/session/sign-out', headers: own(face), body: '{' },
      {
        method: 'POST',
        url: '/api/session/sign-out',
        headers: own(face),
        body: JSON.stringify({ a: 'a'.repeat(300_000) }),
      },
      { method: 'POST', url: '/api/session/sign-out', headers: { 'content-type': 'application/json' }, body: '{}' },
    ]
  }

  test.each(FACES)('on the %s face: whatever is asked for', async (face) => {
    const statuses = new Set<number>()
    for (const { method, url, headers, body } of requests(face)) {
      const visitor = product.visitor(face)
      const reply = await visitor.raw({ method, url, headers, ...(body === undefined ? {} : { body }) })
      statuses.add(reply.status)
      expect(reply.headers, `${method} ${url}`).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      })
      expect(String(reply.headers['content-security-policy']), `${method} ${url}`).toContain(`default-src 'none'`)
      if (url.startsWith('/api/'))
        expect(String(reply.headers['cache-control']), `${method} ${url}`).toContain('no-store')
      expect(reply.headers['server']).toBeUndefined()
      expect(reply.headers['x-powered-by']).toBeUndefined()
    }
    for (const status of [200, 400, 401, 403, 404, 413]) expect(statuses, String(status)).toContain(status)
  })

  test('strict transport security for at least a year where the site is https', async () => {
    const { services, config } = product
    const app = await createFace(
      'public',
      services.public,
      { ...config, PUBLIC_ORIGIN: 'https://portal.example', PHONE_ORIGIN: 'https://portal.example' },
      createMetrics('public', services.public.db),
    )
    for (const url of ['/', '/api/me', '/none.php', '/%zz']) {
      const { headers } = await app.inject({ url, headers: { host: 'portal.example' } })
      const age = Number(/max-age=(\d+)/.exec(String(headers['strict-transport-security']))?.[1])
      expect(age).toBeGreaterThanOrEqual(31_536_000)
    }
    await app.close()
  })

  test('S-091: no page and no error allows inline or foreign script, whoever frames it', async () => {
    for (const face of FACES) {
      const nonces = []
      for (const url of ['/', '/some/page', '/none.php', '/%zz', '/api/none']) {
        const reply = await product.visitor(face).raw({ method: 'GET', url })
        const policy = String(reply.headers['content-security-policy'])
        for (const part of [`script-src 'self';`, `object-src 'none'`, `base-uri 'none'`, `frame-ancestors 'none'`])
          expect(policy).toContain(part)
        expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|\*/)
        expect(reply.text).not.toMatch(/<script(?![^>]*\ssrc=)[^>]*>|\son\w+=/)
        nonces.push(...(policy.match(/'nonce-[^']+'/g) ?? []))
      }
      expect(new Set(nonces).size).toBe(nonces.length)
    }
  })

  test('also what is no HTTP at all, over a real socket, without a word about the program', async () => {
    const { services, config } = product
    const app = await createFace('public', services.public, config, createMetrics('public', services.public.db))
    const port = await listen(app)
    for (const text of ['nonsense\r\n\r\n', `GET / HTTP/1.1\r\nhost: x\r\nx: ${'a'.repeat(40_000)}\r\n\r\n`]) {
      const answer = await say(port, text)
      expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /)
      expect(answer).toContain('x-content-type-options: nosniff')
      expect(answer).not.toMatch(/fastify|node|FST_/i)
    }
    await app.close()
  })
})

async function listen(app: FastifyInstance): Promise<number> {
  await app.listen({ host: '127.0.0.1', port: 0 })
  const address = app.server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

/** Everything that comes back until the server hangs up. */
function say(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    socket.on('data', (block) => (answer += block.toString()))
    socket.once('error', reject)
    socket.once('close', () => resolve(answer))
  })
}

describe('S-093: nothing is changed for another site', () => {
  const body = JSON.stringify({ ethnicGroup: '02' })
  const post = (headers: Record<string, string>, text = body) =>
    applicant.raw({
      method: 'POST',
      url: '/api/me/profile',
      headers: { 'idempotency-key': randomUUID(), ...headers },
      body: text,
    })
  const group = async () => {
    const { rows } = await product.admin.query<{ group: string }>(
      `select string_agg(ethnic_group, ',' order by id) as group from accounts`,
    )
    return rows[0]?.group
  }
  const { origin: _origin, ...withoutOrigin } = own('public')
  const { 'x-requested-with': _mark, ...withoutMark } = own('public')
  const FORGED: readonly (readonly [string, Record<string, string>])[] = [
    ['no Origin', withoutOrigin],
    ['a null Origin', { ...own('public'), origin: 'null' }],
    ['a foreign Origin', { ...own('public'), origin: 'https://evil.example' }],
    ['the Origin of the other face', { ...own('public'), origin: OFFICE_ORIGIN }],
    ['an Origin that only begins like ours', { ...own('public'), origin: `${PUBLIC_ORIGIN}.evil.example` }],
    ['a cross-site mark of the browser', { ...own('public'), 'sec-fetch-site': 'cross-site' }],
    ['a same-site mark of the browser', { ...own('public'), 'sec-fetch-site': 'same-site' }],
    ['no mark of our own pages', withoutMark],
    ['plain text from elsewhere', { origin: 'https://evil.example', 'content-type': 'text/plain' }],
    ['a form from elsewhere', { origin: 'https://evil.example', 'content-type': 'application/x-www-form-urlencoded' }],
    [
      'a file form from elsewhere',
      { origin: 'https://evil.example', 'content-type': 'multipart/form-data; boundary=x' },
    ],
    ['another Host', { ...own('public'), host: 'evil.example' }],
  ]
  test.each(FORGED)('refuses a command with %s', async (_name, headers) => {
    const before = await group()
    expect((await post(headers)).status).toBe(403)
    expect(await group()).toBe(before)
  })

  test('takes the same command from its own page', async () => {
    expect((await applicant.call(completeProfileEndpoint, { ethnicGroup: '02' })).status).toBe(200)
  })

  test('S-094: allows no other origin to read an answer', async () => {
    for (const origin of ['https://evil.example', 'null', `${PUBLIC_ORIGIN}.evil.example`, OFFICE_ORIGIN]) {
      const reply = await applicant.raw({ method: 'GET', url: '/api/me', headers: { origin } })
      expect(reply.headers['access-control-allow-origin']).toBeUndefined()
    }
  })
})

describe('S-052: a command takes the fields it names and no others', () => {
  const send = (text: string) =>
    applicant.raw({
      method: 'POST',
      url: '/api/me/profile',
      headers: { ...own('public'), 'idempotency-key': randomUUID() },
      body: text,
    })
  const rows = async () => (await product.admin.query('select * from accounts order by id')).rows

  test.each([
    'role',
    'status',
    'agencyId',
    'realNameState',
    'claimedAt',
    'createdAt',
    'id',
    'name',
    '__proto__',
    'constructor',
  ])('refuses %s beside them and changes nothing', async (field) => {
    const before = await rows()
    const reply = await send(
      `{"ethnicGroup":"03","${field}":${field === '__proto__' ? '{"ethnicGroup":"04"}' : '"x"'}}`,
    )
    expect(reply.status).toBe(400)
    expect(await rows()).toEqual(before)
    expect(Object.hasOwn(Object.prototype, 'ethnicGroup')).toBe(false)
  })

  test('S-099: refuses other kinds of value and repeated parameters', async () => {
    for (const value of ['["01"]', '{"$ne":1}', '1', 'true', 'null', '"1e3"', '"0x10"']) {
      expect((await send(`{"ethnicGroup":${value}}`)).status, value).toBe(400)
    }
    for (const query of ['parent=33&parent=34', 'parent[]=33', 'parent[$ne]=33']) {
      expect((await applicant.raw({ method: 'GET', url: `/api/regions?${query}` })).status, query).toBe(400)
    }
  })

  test('S-102: refuses bodies that are too deep, too large or no object', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
    for (const text of [`{"ethnicGroup":${deep}}`, deep, '"x"', '[]', '{', '']) {
      expect((await send(text)).status, text.slice(0, 20)).toBe(400)
    }
    expect((await send(`{"ethnicGroup":"${'x'.repeat(300_000)}"}`)).status).toBe(413)
  })
})

describe('S-020: cookies', () => {
  test('of every route are out of reach of scripts, other sites and other hosts', async () => {
    const seen = new Set<string>()
    const officer = await signInOfficer(product, 'kecheng-vet')
    for (const [face, bindings, signedIn] of [
      ['public', PUBLIC_ROUTES, applicant],
      ['office', OFFICE_ROUTES, officer],
    ] as const) {
      for (const { endpoint } of bindings) {
        for (const visitor of [product.visitor(face), signedIn]) {
          const cookies = new Map(visitor.cookies)
          const reply = await visitor.raw({
            method: endpoint.method,
            url: endpoint.path.replaceAll(/:\w+/g, randomUUID()),
            headers: own(face),
            ...(endpoint.method === 'POST' ? { body: '{}' } : {}),
          })
          for (const [name, value] of cookies) visitor.cookies.set(name, value)
          for (const line of [reply.headers['set-cookie'] ?? []].flat().map(String)) {
            seen.add(line.split('=')[0] ?? '')
            expect(line, endpoint.name).toMatch(/^__Host-x[to]-(session|device)=/)
            for (const part of ['Path=/', 'HttpOnly', 'Secure', 'SameSite=Strict'])
              expect(line, endpoint.name).toContain(part)
            expect(line).not.toMatch(/Domain=/i)
          }
        }
      }
    }
    expect([...seen].toSorted()).toEqual([
      '__Host-xo-device',
      '__Host-xo-session',
      '__Host-xt-device',
      '__Host-xt-session',
    ])
  })

  test('carry 256 random bits, and no table holds what is in them', async () => {
    const person = await findLocalPerson(product, 'graduate', 1)
    await layApplicant(product, person)
    const visitor = await signInApplicant(product, person)
    const officer = await signInOfficer(product, 'kecheng-review')
    const tokens = [...visitor.cookies.values(), ...officer.cookies.values()]
    expect(tokens).toHaveLength(4)
    const { rows } = await product.admin.query<{ text: string }>(`
      select string_agg(row_to_json(s)::text, '') as text from (
        select token_hash, null::bytea as device_hash from staff_sessions
        union all select token_hash, device_hash from sessions
        union all select null, device_hash from devices) s`)
    for (const token of tokens) {
      const bytes = Buffer.from(token, 'base64url')
      expect(bytes.length).toBe(32)
      expect(rows[0]?.text).not.toContain(bytes.toString('hex'))
      expect(rows[0]?.text).not.toContain(Buffer.from(token).toString('hex'))
    }
  })
})

describe('S-126: what nobody foresaw tells nothing but an id', () => {
  test('in every route: no stack, no SQL, no path, no version', async () => {
    const { services } = product
    for (const face of FACES) {
      const app = await createHttpServer({
        log: services[face].log,
        origins: [ORIGINS[face]],
        connect: [],
        trustedHops: 0,
        observe: () => {},
      })
      const bindings = face === 'public' ? PUBLIC_ROUTES : OFFICE_ROUTES
      const broken = bindings.map(({ endpoint }) => ({
        // A use case that fails in the middle of its work, whatever it was given.
        endpoint: { ...endpoint, input: z.unknown(), body: 'json' as const },
        handle: async () => {
          throw new Error(
            `duplicate key (number)=(${number}) at select * from accounts in /srv/xingtan/server/src/main.ts`,
          )
        },
      }))
      serveRoutes(app, broken, {
        services: services[face],
        sessionCookie: 'a',
        deviceCookie: 'b',
        secureCookies: true,
        authenticate: async () => ({ kind: 'nobody' }),
        permits: () => true,
      })
      for (const { endpoint } of bindings) {
        const reply = await app.inject({
          method: endpoint.method,
          url: endpoint.path.replaceAll(/:\w+/g, randomUUID()),
          headers: { ...own(face), host: new URL(ORIGINS[face]).host },
          ...(endpoint.method === 'POST' ? { payload: '{}' } : {}),
        })
        expect(reply.statusCode, endpoint.name).toBe(500)
        const { correlationId } = ProblemDocument.parse(reply.json())
        expect(reply.body).not.toMatch(/duplicate|select|accounts|\/srv|\.ts|Error|node_modules|stack|\d+\.\d+\.\d+/)
        expect(reply.body).not.toContain(number)
        const line = product.logLines.find((one) => one.includes('http.failed') && one.includes(correlationId))
        expect(line, endpoint.name).toBeDefined()
        expect(line).not.toContain(number)
      }
      await app.close()
    }
  })

  test('R-006: leaves the process well and every connection free', async () => {
    const { db } = product.services.public
    await Promise.allSettled(
      Array.from({ length: 30 }, () =>
        db.transaction({}, async () => {
          throw new Error('a defect')
        }),
      ),
    )
    expect(db.counts).toMatchObject({ waiting: 0, idle: db.counts.total })
    expect((await applicant.call(getMeEndpoint, {})).status).toBe(200)
    expect((await applicant.call(createChallengeEndpoint, { purpose: 'sign-in' })).status).toBe(200)
  })
})
