import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { queueSms } from '../../src/modules/message/index.ts'
import {
  type JobHandler,
  type JobRunner,
  LeaseLost,
  addJob,
  startJobRunner,
  takeJobs,
} from '../../src/platform/jobs.ts'
import { sql } from '../../src/platform/sql.ts'
import { type TestProduct, startTestProduct } from '../product.ts'

let product: TestProduct
const runners: JobRunner[] = []

beforeAll(async () => {
  product = await startTestProduct({ withWorker: false })
  await product.admin.query('create table effects (who text not null)')
  await product.admin.query('grant select, insert on effects to worker')
})
afterAll(async () => {
  await Promise.all(runners.map((runner) => runner.stop()))
  await product.stop()
})

function run(handlers: Readonly<Record<string, JobHandler>>, onDead?: (name: string) => void): void {
  const { db, log } = product.services.worker
  runners.push(startJobRunner({ db, log, handlers, concurrency: 2, ...(onDead === undefined ? {} : { onDead }) }))
}

const queue = (name: string, dedupeKey?: string) =>
  product.services.worker.db.transaction({}, (tx) => addJob(tx, name, {}, dedupeKey === undefined ? {} : { dedupeKey }))

async function listStates(name: string): Promise<string[]> {
  const { rows } = await product.admin.query<{ state: string }>(`select state from jobs where name = $1 order by id`, [
    name,
  ])
  return rows.map((row) => row.state)
}

test('R-044: a worker that slept past its lease writes nothing when it wakes up', async () => {
  const { db } = product.services.worker
  let wake: () => void = () => {}
  const asleep = new Promise<void>((resolve) => {
    wake = resolve
  })
  const outcomes: string[] = []
  let takers = 0
  const handler: JobHandler = async (given) => {
    const { job } = given
    takers += 1
    const who = `worker with fence ${job.fence}`
    if (job.fence === 1) await asleep
    try {
      await db.transaction({}, async (tx) => {
        await given.holdLease(tx)
        await tx.run(sql`insert into effects (who) values (${who})`)
      })
      outcomes.push(`${who} wrote`)
    } catch (error) {
      outcomes.push(`${who} ${error instanceof LeaseLost ? 'lost its lease' : 'failed'}`)
      throw error
    }
  }
  await queue('test.sleeper')
  run({ 'test.sleeper': handler })
  await expect.poll(() => takers).toBe(1)
  await product.admin.query(
    `update jobs set lease_until = clock_timestamp() - interval '1 second' where name = 'test.sleeper'`,
  )
  await expect.poll(() => outcomes, { timeout: 5000 }).toEqual(['worker with fence 2 wrote'])
  wake()
  await expect.poll(() => outcomes).toEqual(['worker with fence 2 wrote', 'worker with fence 1 lost its lease'])
  const { rows } = await product.admin.query('select who from effects')
  expect(rows).toEqual([{ who: 'worker with fence 2' }])
  await expect.poll(() => listStates('test.sleeper')).toEqual(['done'])
})

describe('R-045: a poison job', () => {
  test('is given up after its tries and raises an alert; the others flow on meanwhile', async () => {
    const dead: string[] = []
    const done: string[] = []
    await product.services.worker.db.transaction({}, async (tx) => {
      await addJob(tx, 'test.poison', {})
      for (let index = 0; index < 20; index += 1) await addJob(tx, 'test.sound', { index: String(index) })
    })
    await product.admin.query(`update jobs set max_attempts = 3 where name = 'test.poison'`)
    run(
      {
        'test.poison': async () => {
          throw new Error('cannot be done')
        },
        'test.sound': async ({ job }) => {
          done.push(job.payload['index'] ?? '')
        },
      },
      (name) => dead.push(name),
    )
    await expect.poll(() => done.length, { timeout: 5000 }).toBe(20)
    expect(dead).toEqual([])
    await expect
      .poll(
        async () => {
          // The rests between the tries are minutes; the test does not wait for them.
          await product.admin.query(
            `update jobs set run_at = app_now() where name = 'test.poison' and state = 'waiting'`,
          )
          return listStates('test.poison')
        },
        { timeout: 10_000 },
      )
      .toEqual(['dead'])
    // The alert follows the row.
    await expect.poll(() => dead, { timeout: 5000 }).toEqual(['test.poison'])
    expect(product.logLines.some((line) => line.includes('"job.dead"') && line.includes('test.poison'))).toBe(true)
  })

  test('that takes its worker down each time is given up as well', async () => {
    const dead: string[] = []
    await queue('test.killer')
    await product.admin.query(
      `update jobs set state = 'running', attempts = max_attempts, lease_until = clock_timestamp() - interval '1 second'
       where name = 'test.killer'`,
    )
    let runs = 0
    run(
      {
        'test.killer': async () => {
          runs += 1
        },
      },
      (name) => dead.push(name),
    )
    await expect.poll(() => listStates('test.killer'), { timeout: 5000 }).toEqual(['dead'])
    await expect.poll(() => dead, { timeout: 5000 }).toEqual(['test.killer'])
    expect(runs).toBe(0)
  })
})

test('R-047: two schedulers that ask for the same round queue one job', async () => {
  await Promise.all(Array.from({ length: 10 }, () => queue('test.round', 'test.round')))
  expect(await listStates('test.round')).toEqual(['waiting'])
})

test('R-046: what was committed before a crash is published after the restart, and once', async () => {
  const phone = '13999880001'
  const { db, crypto } = product.services.worker
  await db.transaction({}, (tx) =>
    queueSms(tx, crypto, {
      phone,
      text: '【中国教师资格网】测试。',
      template: 'test',
      accountId: null,
      dedupeKey: randomUUID(),
    }),
  )
  // The process that took the job dies before it hands the message over.
  const [taken] = await takeJobs(db, ['message.send'], 1)
  expect(taken?.attempts).toBe(1)
  expect(await product.sandbox.countCalls('sms')).toBe(0)
  await product.admin.query(`update jobs set lease_until = clock_timestamp() - interval '1 second' where id = $1`, [
    taken?.id,
  ])
  product.startWorker()
  await expect.poll(() => listStates('message.send'), { timeout: 5000 }).toEqual(['done'])
  expect(await product.sandbox.countCalls('sms')).toBe(1)
  // A second run of the same job, as after a crash between sending and recording, finds nothing left to send.
  await product.admin.query(`update jobs set state = 'waiting' where id = $1`, [taken?.id])
  await product.admin.query(`notify jobs`)
  await expect.poll(() => listStates('message.send'), { timeout: 5000 }).toEqual(['done'])
  expect(await product.sandbox.countCalls('sms')).toBe(1)
})
