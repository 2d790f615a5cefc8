import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { getMeEndpoint } from '@xingtan/contract/account'
import { getHomeEndpoint } from '@xingtan/contract/place'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createTestClient, carryOver } from '../client.ts'
import { parseConfig } from '../../src/config.ts'
import { refusePlainAuthorities, refuseUnsafeProduction, whyNotReady } from '../../src/ready.ts'
import { createServices } from '../../src/services.ts'
import { PUBLIC_ORIGIN, type TestProduct, startTestProduct } from '../product.ts'

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url))

let product: TestProduct
beforeAll(async () => {
  product = await startTestProduct({ withWorker: false })
})
afterAll(() => product.stop())

function startPublic(environment: Readonly<Record<string, string>>, flags: readonly string[] = []) {
  const { TRUSTED_HOPS, ...config } = product.config
  return spawn(process.execPath, [...flags, MAIN, 'public'], {
    env: {
      ...config,
      TRUSTED_HOPS: String(TRUSTED_HOPS),
      DATABASE_URL: product.database.urls.public_face,
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

describe('R-011: production does not start on ground that gives way', () => {
  test('names every setting that may lose what was acknowledged, a moved clock and root', async () => {
    const { rows } = await product.admin.query<{ name: string }>(
      `select name from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting = 'off'`,
    )
    const { db } = product.services.public
    const expected = rows.map((row) => `${row.name} is off`)
    const faults = await refuseUnsafeProduction(db, true)
    expect(faults).toEqual(
      expect.arrayContaining([...expected, 'the clock is moved (clock_offsets)', 'the process runs as root']),
    )
    expect(await refuseUnsafeProduction(db, false)).not.toContain('the process runs as root')
  })

  test('S-153: the authorities are spoken to over TLS with a pinned CA, or not at all; its three files come together', () => {
    expect(refusePlainAuthorities({ AUTHORITY_URL: 'http://127.0.0.1:9300' })).toHaveLength(2)
    expect(refusePlainAuthorities({ AUTHORITY_URL: 'https://a.test', AUTHORITY_CA_FILE: '/ca.pem' })).toEqual([])
    const entries = Object.entries({ ...product.config, DATABASE_URL: 'postgres://worker@localhost/x' })
    const environment = Object.fromEntries(entries.map(([name, value]) => [name, String(value)]))
    expect(() => parseConfig(environment)).not.toThrow()
    const half = { ...environment, AUTHORITY_CA_FILE: '/ca.pem' }
    expect(() => parseConfig(half)).toThrow(/belong together/)
    const whole = { ...half, AUTHORITY_CERTIFICATE_FILE: '/c.pem', AUTHORITY_CERTIFICATE_KEY_FILE: '/k.pem' }
    expect(parseConfig(whole)).toMatchObject({ AUTHORITY_CA_FILE: '/ca.pem' })
  })

  test('judges the setting of its own sessions, as the role or the database changes it', async () => {
    const database = new URL(product.database.adminUrl).pathname.slice(1)
    for (const value of ['off', 'on'] as const) {
      await product.admin.query(`alter role worker in database ${database} set synchronous_commit = ${value}`)
      const fresh = createServices({ ...product.config, DATABASE_URL: product.database.urls.worker }, 'worker')
      const faults = await refuseUnsafeProduction(fresh.db, false)
      await fresh.db.close()
      expect(faults.includes('synchronous_commit is off')).toBe(value === 'off')
    }
  })

  test('ends with the reason and without having listened', async () => {
    const child = startPublic({ XINGTAN_MODE: 'production' })
    let output = ''
    child.stdout.on('data', (block) => (output += String(block)))
    child.stderr.on('data', (block) => (output += String(block)))
    const code = await new Promise((resolve) => child.once('exit', resolve))
    expect(code).not.toBe(0)
    expect(output).toContain('refusing to start in production')
    expect(output).not.toContain('"ready"')
  })
})

/** Answers of a face of its own process whose clock and time zone are wrong. */
async function askSkewed(timeZone: string, skewMs: number) {
  const preload = `const real = Date; globalThis.Date = class extends real {
    constructor(...parts) { if (parts.length === 0) super(real.now() + ${skewMs}); else super(...parts) }
    static now() { return real.now() + ${skewMs} } }`
  const port = 20_000 + (process.pid % 10_000)
  const child = startPublic({ TZ: timeZone, LISTEN: `127.0.0.1:${port}` }, [
    '--import',
    `data:text/javascript,${encodeURIComponent(preload)}`,
  ])
  try {
    await new Promise<void>((resolve, reject) => {
      createInterface(child.stdout).on('line', (line) => {
        if (line.includes('"ready"')) resolve()
      })
      child.once('exit', (code) => reject(new Error(`ended with ${code}`)))
    })
    const visitor = createTestClient(carryOver(port), PUBLIC_ORIGIN)
    const me = (await visitor.call(getMeEndpoint, {})).output()
    const home = (await visitor.call(getHomeEndpoint, { regionCode: '330802' })).output()
    return { today: me.today, now: me.now, home }
  } finally {
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    await ended
  }
}

const Clock = z.object({ now: z.date() })

describe('R-048, R-049: the clock and the time zone of the process decide nothing', () => {
  test.each([
    ['America/New_York', -86_400_000],
    ['Pacific/Kiritimati', 86_400_000],
  ])(
    'in %s with a clock that is wrong by %d ms, at four in the morning of a Shanghai day',
    async (timeZone, skewMs) => {
      // 20:00 UTC of the day before: every naive reading of the day is wrong here.
      await product.moveClock(new Date('2026-10-12T04:00:00+08:00'))
      const skewed = await askSkewed(timeZone, skewMs)
      const straight = (await product.visitor('public').call(getHomeEndpoint, { regionCode: '330802' })).output()
      const { rows } = await product.admin.query('select app_now() as now')
      const { now } = Clock.parse(rows[0])
      expect(skewed.today).toBe('2026-10-12')
      expect(Math.abs(new Date(skewed.now).getTime() - now.getTime())).toBeLessThan(30_000)
      expect(skewed.home).toEqual(straight)
    },
  )
})

describe('R-048: a node with a wrong clock takes no work', () => {
  test.each([
    ['is ready with the right clock', 0, null],
    ['is not ready an hour ahead', 3_600_000, 'clock'],
    ['is not ready an hour behind', -3_600_000, 'clock'],
    ['is not ready three seconds ahead', 3_000, 'clock'],
  ] as const)('%s', async (_sentence, skewMs, reason) => {
    const skewed = () => new Date(Date.now() + skewMs)
    expect(await whyNotReady(product.services.public.db, skewed)).toBe(reason)
  })
})
