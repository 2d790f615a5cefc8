import { randomUUID } from 'node:crypto'
import {
  completeProfileEndpoint,
  createChallengeEndpoint,
  getMeEndpoint,
  requestRealNameCheckEndpoint,
} from '@xingtan/contract/account'
import { getHomeEndpoint } from '@xingtan/contract/place'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createFace } from '../../src/face.ts'
import { createMetrics } from '../../src/platform/metrics.ts'
import { processNow } from '../../src/platform/clock.ts'
import { whyNotReady } from '../../src/ready.ts'
import { createServices } from '../../src/services.ts'
import { findLocalPerson, layApplicant } from '../applicant.ts'
import { type TestClient, carryInto, createTestClient } from '../client.ts'
import { type CommitFault, type DatabaseProxy, startDatabaseProxy } from '../database-proxy.ts'
import { PUBLIC_ORIGIN, type TestProduct, startTestProduct } from '../product.ts'
import { signInApplicant } from '../sign-in.ts'

let product: TestProduct
let applicant: TestClient
let accountId = ''

beforeAll(async () => {
  product = await startTestProduct()
  const person = await findLocalPerson(product, 'graduate')
  await layApplicant(product, person)
  applicant = await signInApplicant(product, person)
  const { rows } = await product.admin.query<{ id: string }>(`select account_id as id from sessions`)
  accountId = rows[0]?.id ?? ''
})
afterAll(() => product.stop())

async function countEvents(): Promise<number> {
  const { rows } = await product.admin.query<{ count: number }>(
    `select count(*)::int as count from audit_events where event = 'account.complete-profile'`,
  )
  return rows[0]?.count ?? 0
}

async function readGroup(): Promise<string | undefined> {
  const { rows } = await product.admin.query<{ group: string }>(
    `select ethnic_group as group from accounts where id = $1`,
    [accountId],
  )
  return rows[0]?.group
}

describe('R-039: one key, one effect', () => {
  test('answers a repeat as the first time and does nothing more', async () => {
    const key = randomUUID()
    const before = await countEvents()
    const replies = []
    for (let index = 0; index < 3; index += 1) {
      replies.push((await applicant.call(completeProfileEndpoint, { ethnicGroup: '02' }, { key })).text)
    }
    expect(new Set(replies).size).toBe(1)
    expect((await countEvents()) - before).toBe(1)
  })

  test('refuses the same key with another body, and with another command', async () => {
    const key = randomUUID()
    ;(await applicant.call(completeProfileEndpoint, { ethnicGroup: '03' }, { key })).output()
    const other = await applicant.call(completeProfileEndpoint, { ethnicGroup: '04' }, { key })
    expect(other.status).toBe(422)
    expect(other.refusal().code).toBe('request.key-reused')
    expect((await applicant.call(requestRealNameCheckEndpoint, {}, { key })).status).toBe(422)
    expect(await readGroup()).toBe('03')
  })

  test('R-038: a double click of ten gives one effect and ten equal answers', async () => {
    const key = randomUUID()
    const before = await countEvents()
    const replies = await Promise.all(
      Array.from({ length: 10 }, () => applicant.call(completeProfileEndpoint, { ethnicGroup: '05' }, { key })),
    )
    expect(new Set(replies.map((reply) => `${reply.status} ${reply.text}`))).toEqual(new Set(['200 {"done":true}']))
    expect((await countEvents()) - before).toBe(1)
  })

  test('keeps the keys of different people apart', async () => {
    const person = await findLocalPerson(product, 'graduate', 1)
    await layApplicant(product, person)
    const other = await signInApplicant(product, person)
    const key = randomUUID()
    const before = await countEvents()
    ;(await applicant.call(completeProfileEndpoint, { ethnicGroup: '06' }, { key })).output()
    ;(await other.call(completeProfileEndpoint, { ethnicGroup: '07' }, { key })).output()
    expect((await countEvents()) - before).toBe(2)
    expect(await readGroup()).toBe('06')
  })

  test('refuses a command without a key, or with one that is too short', async () => {
    for (const key of ['', 'short', '键'.repeat(20)]) {
      const headers = { 'idempotency-key': encodeURIComponent(key) === key ? key : 'x' }
      const reply = await applicant.call(completeProfileEndpoint, { ethnicGroup: '01' }, { headers })
      expect(reply.refusal().code).toBe('request.key-missing')
    }
  })

  test('gives a refused command its key back: corrected circumstances let the same key through', async () => {
    const key = randomUUID()
    const wrong = await applicant.call(completeProfileEndpoint, { ethnicGroup: '99' }, { key })
    expect(wrong.status).toBe(400)
    expect((await applicant.call(completeProfileEndpoint, { ethnicGroup: '01' }, { key })).status).toBe(200)
  })
})

describe('a connection that is cut at COMMIT', () => {
  let proxy: DatabaseProxy
  let services: ReturnType<typeof createServices>
  let face: Awaited<ReturnType<typeof createFace>>
  let visitor: TestClient

  beforeAll(async () => {
    proxy = await startDatabaseProxy(product.database.urls.public_face)
    services = createServices({ ...product.config, DATABASE_URL: proxy.url }, 'public', product.services.public.log)
    face = await createFace('public', services, product.config, createMetrics('public', services.db))
    visitor = createTestClient(carryInto(face), PUBLIC_ORIGIN)
    for (const [name, value] of applicant.cookies) visitor.cookies.set(name, value)
  })
  afterAll(async () => {
    await face.close()
    await services.db.close()
    await proxy.close()
  })

  const completeThrough = (fault: CommitFault, ethnicGroup: string, key: string) =>
    withCutInCommand(fault, () => visitor.call(completeProfileEndpoint, { ethnicGroup }, { key }))

  /** Sets the trap when the command begins: who asks was looked up before, in a transaction of its own. */
  async function withCutInCommand<T>(fault: CommitFault, run: () => Promise<T>): Promise<T> {
    const { crypto } = services
    const sm3 = crypto.sm3.bind(crypto)
    let sprung: Promise<void> | undefined
    crypto.sm3 = (bytes) => {
      // The hash of the input is the first thing a command makes.
      if (typeof bytes === 'string' && bytes.includes('account.complete-profile')) sprung ??= proxy.cutNextCommit(fault)
      return sm3(bytes)
    }
    try {
      const result = await run()
      await sprung
      expect(sprung).toBeDefined()
      return result
    } finally {
      crypto.sm3 = sm3
    }
  }

  test('R-012: when the work was stored and only the answer was lost, the person is told that it is done', async () => {
    const key = randomUUID()
    const before = await countEvents()
    const reply = await completeThrough('answer-lost', '08', key)
    expect(reply.status).toBe(200)
    expect(await readGroup()).toBe('08')
    expect((await countEvents()) - before).toBe(1)
    // whoever did not hear it and asks again with the same key gets the same answer, and no second effect.
    const again = await visitor.call(completeProfileEndpoint, { ethnicGroup: '08' }, { key })
    expect(again.text).toBe(reply.text)
    expect((await countEvents()) - before).toBe(1)
  })

  test('R-002: when COMMIT never arrived nothing is stored, the person is asked to come back, and the retry succeeds', async () => {
    const key = randomUUID()
    const before = await countEvents()
    const reply = await completeThrough('never-sent', '09', key)
    expect(reply.status).toBe(503)
    expect(Number(reply.headers['retry-after'])).toBeGreaterThan(0)
    expect(await readGroup()).toBe('08')
    expect(await countEvents()).toBe(before)
    expect((await visitor.call(completeProfileEndpoint, { ethnicGroup: '09' }, { key })).status).toBe(200)
    expect(await readGroup()).toBe('09')
    expect((await countEvents()) - before).toBe(1)
  })

  test('R-008: loses no connection for good: the pool serves on', async () => {
    const replies = await Promise.all(Array.from({ length: 30 }, () => visitor.call(getMeEndpoint, {})))
    expect(replies.every((reply) => reply.status === 200)).toBe(true)
    expect(services.db.counts.waiting).toBe(0)
  })
})

test('R-018: with every connection held, callers are turned away within three seconds, health answers, and work goes on after', async () => {
  const { db } = product.services.public
  const metrics = createMetrics('public', db)
  const doors = await metrics.listen('127.0.0.1:0', async () => (await whyNotReady(db, processNow)) === null)
  let release: () => void = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  let holding = 0
  const holders = Array.from({ length: 12 }, () =>
    db.transaction({}, async () => {
      holding += 1
      await held
    }),
  )
  await expect.poll(() => holding).toBe(12)
  const start = performance.now()
  const replies = await Promise.all(Array.from({ length: 5 }, () => applicant.call(getMeEndpoint, {})))
  expect(performance.now() - start).toBeLessThan(3500)
  for (const reply of replies) {
    expect(reply.status).toBe(503)
    expect(Number(reply.headers['retry-after'])).toBeGreaterThan(0)
  }
  expect((await fetch(`http://127.0.0.1:${doors.port}/health/live`)).status).toBe(200)
  expect((await fetch(`http://127.0.0.1:${doors.port}/health/ready`)).status).toBe(503)
  release()
  await Promise.all(holders)
  expect((await applicant.call(getMeEndpoint, {})).status).toBe(200)
  expect((await fetch(`http://127.0.0.1:${doors.port}/health/ready`)).status).toBe(200)
  await doors.close()
})

describe('a source that is down', () => {
  async function breakName(): Promise<void> {
    await product.admin.query(
      `update accounts set real_name_state = 'mismatch', claimed_at = null, lapses_at = app_now() + interval '24 hours' where id = $1`,
      [accountId],
    )
  }
  const state = async () => (await applicant.call(getMeEndpoint, {})).output()

  test('S-154: refuses nobody: the check waits, is asked again, does not count, and is answered when the source is back', async () => {
    await breakName()
    await product.sandbox.setFault({ authority: 'police-identity', mode: 'unavailable' })
    const asked = (await applicant.call(requestRealNameCheckEndpoint, {})).output()
    await product.settle()
    expect(await state()).toMatchObject({ realName: 'waiting' })
    const { rows: late } = await product.admin.query(`select state, outcome, counts from verifications where id = $1`, [
      asked.verificationId,
    ])
    expect(late).toEqual([{ state: 'late', outcome: 'source-down', counts: false }])
    const { rows: waiting } = await product.admin.query(
      `select state, attempts from jobs where payload ->> 'verificationId' = $1`,
      [asked.verificationId],
    )
    expect(waiting).toEqual([{ state: 'waiting', attempts: 0 }])
    await product.sandbox.setFault({ authority: null })
    await product.admin.query(`update jobs set run_at = app_now() where state = 'waiting'`)
    await product.settle()
    expect(await state()).toMatchObject({ realName: 'proven' })
  })

  test('R-038: asked for by ten tabs at once, one check is opened and the others are told', async () => {
    await breakName()
    await product.sandbox.setFault({ authority: 'police-identity', mode: 'unavailable' })
    const replies = await Promise.all(
      Array.from({ length: 10 }, () => applicant.call(requestRealNameCheckEndpoint, {})),
    )
    expect(replies.filter((reply) => reply.status === 200)).toHaveLength(1)
    const others = replies.filter((reply) => reply.status !== 200).map((reply) => reply.refusal().code)
    expect(new Set(others)).toEqual(new Set(['account.real-name-waiting']))
    const { rows } = await product.admin.query<{ count: number }>(
      `select count(*)::int as count from verifications where kind = 'real-name' and state <> 'answered'`,
    )
    expect(rows[0]?.count).toBe(1)
  })

  test('R-030, R-031: hangs, and the pages of everybody else are as quick as before', async () => {
    const median = async () => {
      const times: number[] = []
      for (let index = 0; index < 40; index += 1) {
        const start = performance.now()
        const reply = await applicant.call(getHomeEndpoint, { regionCode: '330802' })
        times.push(performance.now() - start)
        expect(reply.status).toBe(200)
      }
      return times.toSorted((a, b) => a - b)[20] ?? 0
    }
    await product.sandbox.setFault({ authority: null })
    const calm = await median()
    await product.sandbox.setFault({ authority: 'police-identity', mode: 'slow', latencyMs: 20_000 })
    await product.admin.query(`update jobs set run_at = app_now() where state = 'waiting'`)
    await expect
      .poll(async () => (await product.admin.query(`select 1 from jobs where state = 'running'`)).rowCount)
      .toBeGreaterThan(0)
    const disturbed = await median()
    await product.sandbox.setFault({ authority: null })
    // A call that waited for the source would take seconds.
    expect(disturbed).toBeLessThan(calm * 5 + 50)
    expect((await applicant.call(createChallengeEndpoint, { purpose: 'sign-in' })).status).toBe(200)
  })
})
