import { randomUUID } from 'node:crypto'
import { getApplicationEndpoint } from '@xingtan/contract/application'
import { getCaseEndpoint, reviewCaseEndpoint } from '@xingtan/contract/office/case'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseConfig } from '../../src/config.ts'
import { createMetrics } from '../../src/platform/metrics.ts'
import { OFFICE_ORIGIN } from '../sandbox.ts'
import { PUBLIC_ORIGIN, type TestProduct, startTestProduct } from '../product.ts'
import { signInOfficer } from '../sign-in.ts'
import { PROBED_WORDS } from './probed-words.ts'

const FACES = ['public', 'office'] as const
const ORIGINS = { public: PUBLIC_ORIGIN, office: OFFICE_ORIGIN } as const

let product: TestProduct
beforeAll(async () => {
  product = await startTestProduct()
})
afterAll(() => product.stop())

describe('S-061: what is not for the public is not there', () => {
  test('two hundred words that scanners ask for are answered 404, also behind a slash and as an interface', async () => {
    expect(new Set(PROBED_WORDS).size).toBeGreaterThanOrEqual(200)
    const visitor = product.visitor('public')
    const answered: string[] = []
    for (const word of PROBED_WORDS) {
      for (const url of [`/${word}`, `/${word}/`, `/api/${word}`]) {
        const { status, headers } = await visitor.raw({ method: 'GET', url })
        if (status !== 404) answered.push(`${status} ${url}`)
        expect(String(headers['cache-control']), url).toContain('no-store')
      }
    }
    expect(answered).toEqual([])
  })

  test('the pages of the site are there, and no page of the office is', async () => {
    const visitor = product.visitor('public')
    const status = async (url: string) => (await visitor.raw({ method: 'GET', url })).status
    for (const url of ['/', '/help', '/certificates/query', '/sign-in', `/applications/${randomUUID()}`]) {
      expect(await status(url), url).toBe(200)
    }
    for (const url of ['/cases', '/staff', '/security/sessions', '/desk', '/handovers']) {
      expect(await status(url), url).toBe(404)
      expect((await product.visitor('office').raw({ method: 'GET', url })).status, url).toBe(200)
    }
  })

  test('health and metrics answer on a door of their own that cannot be opened to others', async () => {
    const metrics = createMetrics('public', product.services.public.db)
    const doors = await metrics.listen('127.0.0.1:0', () => Promise.resolve(true))
    expect((await fetch(`http://127.0.0.1:${doors.port}/metrics`)).status).toBe(200)
    await doors.close()
    const config = { ...process.env, METRICS_LISTEN: '0.0.0.0:9180' }
    expect(() => parseConfig(config)).toThrow(/METRICS_LISTEN: an address of this machine expected/)
  })
})

describe('S-062: a verb is what it is', () => {
  test.each(FACES)(
    'on the %s face nothing but GET and POST is understood, and no header turns one into another',
    async (face) => {
      const visitor = product.visitor(face)
      const path = face === 'public' ? '/api/session/sign-out' : '/api/sign-out'
      const own = { origin: ORIGINS[face], 'x-requested-with': 'xingtan', 'content-type': 'application/json' }
      for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE']) {
        const reply = await visitor.raw({ method, url: path, headers: own })
        expect([404, 405, 403, 400], `${method} ${reply.status}`).toContain(reply.status)
        expect(reply.text).not.toContain(own.origin)
      }
      expect((await visitor.raw({ method: 'HEAD', url: path, headers: own })).status).toBe(404)
      expect((await visitor.raw({ method: 'GET', url: path, headers: own })).status).toBe(404)
    },
  )

  test('an act asked for by GET or HEAD with another verb in a header, a parameter or a field does nothing', async () => {
    const review = await signInOfficer(product, 'kecheng-review')
    const url = reviewCaseEndpoint.path.replace(/:\w+/, randomUUID())
    const before = await product.admin.query('select count(*) from audit_events')
    const headers = {
      origin: OFFICE_ORIGIN,
      'x-requested-with': 'xingtan',
      'x-http-method-override': 'POST',
      'x-method-override': 'POST',
    }
    for (const method of ['GET', 'HEAD']) {
      for (const tail of ['', '?_method=POST', '?method=POST']) {
        expect((await review.raw({ method, url: `${url}${tail}`, headers })).status, `${method} ${tail}`).toBe(404)
      }
    }
    const posted = await review.raw({
      method: 'POST',
      url: getCaseEndpoint.path.replace(/:\w+/, randomUUID()),
      headers: { ...headers, 'content-type': 'application/json', 'x-http-method-override': 'GET' },
      body: '{"_method":"GET"}',
    })
    expect(posted.status).toBe(404)
    expect((await product.admin.query('select count(*) from audit_events')).rows).toEqual(before.rows)
  })
})

describe('S-063: nothing personal lies in a cache', () => {
  test('an address that looks like a file is no page and no interface, and is kept by nobody', async () => {
    const id = randomUUID()
    for (const face of FACES) {
      for (const url of [
        '/me/x.css',
        '/api/me/x.css',
        '/api/me.css',
        '/api/me;.js',
        `/cases/${id};.js`,
        `/applications/${id}/x.png`,
        `${getApplicationEndpoint.path.replace(/:\w+/, id)}/a.css`,
        `/applications/${id}%2ecss`,
        '/api/me%3b.css',
        '/api/me%00.css',
        '/assets/none.css',
      ]) {
        const { status, headers } = await product.visitor(face).raw({ method: 'GET', url })
        expect([400, 404], `${face} ${url} ${status}`).toContain(status)
        expect(String(headers['cache-control']), `${face} ${url}`).toMatch(/no-store/)
      }
    }
  })
})

test('S-094: no other origin is allowed to read, to ask beforehand or to send, on either face', async () => {
  for (const face of FACES) {
    const own = ORIGINS[face]
    for (const origin of [
      'https://evil.example',
      'null',
      `${own}.evil.example`,
      own.replace('://', '://sub.'),
      own.replace('http:', 'ftp:'),
    ]) {
      const preflight = {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'x-requested-with',
      }
      for (const reply of [
        await product.visitor(face).raw({ method: 'GET', url: '/api/me', headers: { origin } }),
        await product.visitor(face).raw({ method: 'OPTIONS', url: '/api/me', headers: preflight }),
      ]) {
        const allowed = Object.keys(reply.headers).filter((name) => name.startsWith('access-control-'))
        expect(allowed, `${face} ${origin}`).toEqual([])
      }
    }
  }
})
