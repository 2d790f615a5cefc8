import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Receipt, submitDraftEndpoint } from '@xingtan/contract/application'
import { getMeEndpoint } from '@xingtan/contract/account'
import { type ReadyDraft, findLocalPerson, makeReadyDraft } from '../applicant.ts'
import { waitFor } from '../officer.ts'
import { type StackProduct, startStackProduct } from '../stack-product.ts'

const PEOPLE = 12
const KILLS = 4
let product: StackProduct
const ready: ReadyDraft[] = []

beforeAll(async () => {
  product = await startStackProduct()
  for (let place = 0; place < PEOPLE; place += 1) {
    ready.push(await makeReadyDraft(product, await findLocalPerson(product, 'graduate', place)))
  }
}, 180_000)
afterAll(() => product.stop())

/** Tries until it is acknowledged, always with the same key, as the portal does. */
async function submitUntilAcknowledged({ visitor, draftId, version }: ReadyDraft): Promise<Receipt> {
  const key = randomUUID()
  const deadline = performance.now() + 60_000
  for (;;) {
    try {
      const reply = await visitor.call(submitDraftEndpoint, { draftId, version }, { key })
      if (reply.status === 200) return reply.output()
      if (reply.status !== 503) throw new Error(`refused: ${reply.status} ${reply.text}`)
    } catch (error) {
      // A cut connection tells nothing: the same key asks again.
      if (error instanceof Error && error.message.startsWith('refused')) throw error
    }
    if (performance.now() > deadline) throw new Error('not acknowledged within 60 s')
    await pause(50)
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms)
  })
}

async function isUp(): Promise<boolean> {
  try {
    return (await product.visitor('public').call(getMeEndpoint, {})).status === 200
  } catch {
    return false
  }
}

async function isWaitingForLock(): Promise<boolean> {
  const { rows } = await product.admin.query(`select 1 from pg_stat_activity where wait_event_type = 'Lock'`)
  return rows.length > 0
}

async function readNumbers(): Promise<string[]> {
  const { rows } = await product.admin.query<{ registration_number: string }>(
    'select registration_number from applications order by registration_number',
  )
  return rows.map((row) => row.registration_number)
}

describe('processes that die', () => {
  test('loses no acknowledged submission and makes none twice while the face is killed again and again (R-003)', async () => {
    const killing = (async () => {
      for (let kills = 0; kills < KILLS; kills += 1) {
        await waitFor(isUp)
        await pause(Math.random() * 40)
        product.stack.kill('public', 'SIGKILL')
      }
    })()
    const receipts = await Promise.all(ready.slice(0, 8).map(submitUntilAcknowledged))
    await killing
    const acknowledged = receipts.map((receipt) => receipt.registrationNumber)
    expect(new Set(acknowledged).size).toBe(8)
    expect(await readNumbers()).toEqual(acknowledged.toSorted())
  }, 120_000)

  test('lets running requests finish when it is asked to stop (R-004)', async () => {
    await waitFor(isUp)
    const [next] = ready.slice(8)
    if (next === undefined) throw new Error('nobody is left')
    const key = randomUUID()
    const { visitor, draftId, version } = next
    // The submission waits for this lock: it is under way when the signal comes.
    await product.admin.query('begin')
    await product.admin.query('select 1 from drafts where id = $1 for update', [draftId])
    const submitting = visitor.call(submitDraftEndpoint, { draftId, version }, { key })
    await waitFor(isWaitingForLock)
    product.stack.kill('public', 'SIGTERM')
    await pause(200)
    await product.admin.query('commit')
    const reply = await submitting
    await waitFor(isUp)
    const again = await visitor.call(submitDraftEndpoint, { draftId, version }, { key })
    expect(again.output()).toEqual(reply.output())
  }, 60_000)

  test('survives a database that is killed under submissions and is ready again within 15 seconds (R-008)', async () => {
    const pid = product.stack.pid('public')
    const submissions = ready.slice(9).map(submitUntilAcknowledged)
    await pause(10)
    product.stack.kill('database', 'SIGKILL')
    const killedAt = performance.now()
    await pause(50)
    const meanwhile = await product.visitor('public').call(getMeEndpoint, {})
    expect([200, 503]).toContain(meanwhile.status)
    await waitFor(isUp)
    expect(performance.now() - killedAt).toBeLessThan(15_000)
    const receipts = await Promise.all(submissions)
    expect(product.stack.pid('public')).toBe(pid)
    const { rows } = await readAfterRestart(receipts.map((receipt) => receipt.registrationNumber))
    expect(rows).toHaveLength(receipts.length)
  }, 90_000)
})

/** The admin's own connection died with the database: a new one looks. */
async function readAfterRestart(numbers: readonly string[]): Promise<{ rows: unknown[] }> {
  const { Client } = await import('pg')
  const client = new Client({ connectionString: product.stack.databaseAdminUrl })
  await client.connect()
  try {
    return await client.query('select 1 from applications where registration_number = any($1)', [[...numbers]])
  } finally {
    await client.end()
  }
}
