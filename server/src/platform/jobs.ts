import { z } from 'zod'
import type { Db, Tx } from './db.ts'
import { monotonicMs, sleep } from './clock.ts'
import { isOutage } from './database-error.ts'
import type { Log } from './log.ts'
import { sql } from './sql.ts'

export interface JobOptions {
  /** While a job with this key waits, asking again adds nothing. */
  readonly dedupeKey?: string
  readonly runAt?: Date
}

/** Ids only: what they stand for is read when the job runs. */
type JobPayload = Readonly<Record<string, string>>

/** Queues work in the caller's transaction: it exists when, and only when, the transaction commits. Ids only. */
export async function addJob(tx: Tx, name: string, payload: JobPayload, options: JobOptions = {}): Promise<void> {
  await tx.run(sql`
    insert into jobs (name, payload, dedupe_key, run_at)
    values (${name}, ${JSON.stringify(payload)}::jsonb, ${options.dedupeKey ?? null}, ${options.runAt ?? tx.now})
    on conflict do nothing`)
}

/** Queues the same work for many at once; each exists when, and only when, the transaction commits. */
export async function addJobs(tx: Tx, name: string, payloads: readonly JobPayload[]): Promise<void> {
  await tx.run(sql`
    insert into jobs (name, payload, run_at)
    select ${name}, n.payload, ${tx.now} from jsonb_array_elements(${JSON.stringify(payloads)}::jsonb) as n(payload)`)
}

export interface Job {
  readonly id: number
  readonly name: string
  readonly payload: JobPayload
  readonly fence: number
  readonly attempts: number
}

/** What a handler gets beside its payload: proof of still holding the lease. */
export interface JobRun {
  readonly job: Job
  /** Throws `LeaseLost` when another worker has taken the job over; called inside each writing transaction. */
  holdLease(tx: Tx): Promise<void>
}

export class LeaseLost extends Error {
  constructor() {
    super('another worker has taken this job over')
    this.name = 'LeaseLost'
  }
}

/** Thrown by a handler to be called again later without counting as a failure, for example while a source works. */
export class TryLater extends Error {
  readonly seconds: number
  constructor(seconds: number) {
    super(`try again in ${seconds} s`)
    this.name = 'TryLater'
    this.seconds = seconds
  }
}

export type JobHandler = (run: JobRun) => Promise<void>

const LEASE_SECONDS = 30
const JobRow = z.object({
  id: z.number(),
  name: z.string(),
  payload: z.record(z.string(), z.string()),
  fence: z.number(),
  attempts: z.number(),
  maxAttempts: z.number(),
})
type JobRow = z.infer<typeof JobRow>

/** A job that took its workers down each time is given up, or it would go on killing them; answers the names. */
export async function buryFatalJobs(db: Db, names: readonly string[]): Promise<string[]> {
  const rows = await db.transaction({}, (tx) =>
    tx.list(
      z.object({ name: z.string() }),
      sql`update jobs set state = 'dead', lease_until = null, last_error = 'WorkerDied', finished_at = app_now()
          where name = any(${[...names]}) and state = 'running' and lease_until < clock_timestamp()
            and attempts >= max_attempts
          returning name`,
    ),
  )
  return rows.map((row) => row.name)
}

/** Takes up to `limit` due jobs, jobs of dead workers included; each gets a new fence and a lease of 30 seconds. */
export async function takeJobs(db: Db, names: readonly string[], limit: number): Promise<JobRow[]> {
  return db.transaction({}, (tx) =>
    tx.list(
      JobRow,
      sql`update jobs set state = 'running', attempts = attempts + 1, fence = fence + 1,
            lease_until = clock_timestamp() + make_interval(secs => ${LEASE_SECONDS})
          where id in (
            select id from jobs
            where name = any(${[...names]}) and (state = 'waiting' and run_at <= app_now()
               or state = 'running' and lease_until < clock_timestamp())
            order by run_at, id limit ${limit} for update skip locked)
          returning id, name, payload, fence, attempts, max_attempts`,
    ),
  )
}

async function renewLease(db: Db, job: JobRow): Promise<void> {
  await db.transaction({}, (tx) =>
    tx.run(sql`update jobs set lease_until = clock_timestamp() + make_interval(secs => ${LEASE_SECONDS})
      where id = ${job.id} and fence = ${job.fence} and state = 'running'`),
  )
}

async function holdLease(tx: Tx, job: JobRow): Promise<void> {
  const held = await tx.find(
    z.object({ id: z.number() }),
    sql`select id from jobs where id = ${job.id} and fence = ${job.fence} and state = 'running' for update`,
  )
  if (held === undefined) throw new LeaseLost()
}

async function finishJob(db: Db, job: JobRow): Promise<void> {
  await db.transaction({}, (tx) =>
    tx.run(sql`update jobs set state = 'done', finished_at = app_now(), lease_until = null
      where id = ${job.id} and fence = ${job.fence}`),
  )
}

/** Back-off 2, 4, 8 … 300 seconds; after the last attempt the job is dead and raises an alert, others flow on. */
async function putBack(db: Db, job: JobRow, error: unknown): Promise<'waiting' | 'dead'> {
  const later = error instanceof TryLater
  const dead = !later && !isOutage(error) && job.attempts >= job.maxAttempts
  const seconds = later ? error.seconds : Math.min(300, 2 ** job.attempts)
  const state = dead ? 'dead' : 'waiting'
  await db.transaction({}, (tx) =>
    tx.run(sql`update jobs set state = ${state}, lease_until = null, run_at = app_now() + make_interval(secs => ${seconds}),
        attempts = attempts - ${later ? 1 : 0}, last_error = ${error instanceof Error ? error.name : 'unknown'},
        finished_at = case when ${dead} then app_now() end
      where id = ${job.id} and fence = ${job.fence}`),
  )
  return state
}

export interface JobRunner {
  /** Stops taking jobs and waits for the running ones. */
  stop(): Promise<void>
}

export interface JobRunnerOptions {
  readonly db: Db
  readonly log: Log
  readonly handlers: Readonly<Record<string, JobHandler>>
  readonly concurrency: number
  readonly onDead?: (name: string) => void
}

async function runJob(options: JobRunnerOptions, job: JobRow): Promise<void> {
  const { db, log, handlers } = options
  const renewal = setInterval(
    () => {
      renewLease(db, job).catch((error: unknown) => log.warn({ err: error, job: job.name }, 'job.lease-not-renewed'))
    },
    (LEASE_SECONDS * 1000) / 3,
  )
  try {
    await handlers[job.name]?.({ job, holdLease: (tx) => holdLease(tx, job) })
    await finishJob(db, job)
  } catch (error) {
    if (error instanceof LeaseLost) return
    const state = await putBack(db, job, error)
    if (error instanceof TryLater) return
    log.warn({ err: error, job: job.name, jobId: job.id, state }, state === 'dead' ? 'job.dead' : 'job.failed')
    if (state === 'dead') options.onDead?.(job.name)
  } finally {
    clearInterval(renewal)
  }
}

/** Works off the job table: wakes at NOTIFY and once a second, `concurrency` jobs at a time. */
export function startJobRunner(options: JobRunnerOptions): JobRunner {
  const take = createTaking(options)
  const running = new Set<Promise<void>>()
  let stopping = false
  let wake: () => void = () => {}

  const listen = async () => {
    while (!stopping) {
      try {
        const client = await options.db.connect()
        client.on('notification', () => wake())
        await client.query('listen jobs')
        await new Promise<void>((resolve) => {
          client.once('end', () => resolve())
          stopListening = () => void client.end().catch(() => resolve())
        })
      } catch {
        await sleep(1000)
      }
    }
  }
  let stopListening: () => void = () => {}

  const loop = async () => {
    while (!stopping) {
      const free = options.concurrency - running.size
      const taken = free > 0 ? await take(free) : []
      for (const job of taken) {
        const run = runJob(options, job)
          .catch((error: unknown) => options.log.warn({ err: error, job: job.name }, 'job.not-recorded'))
          .finally(() => {
            running.delete(run)
            wake()
          })
        running.add(run)
      }
      if (taken.length > 0 && running.size < options.concurrency) continue
      await Promise.race([sleep(1000), new Promise<void>((resolve) => (wake = resolve))])
    }
  }

  const looping = loop()
  void listen()
  return {
    stop: async () => {
      stopping = true
      stopListening()
      wake()
      await looping
      await Promise.all(running)
    },
  }
}

/** Takes due jobs by and by; three times a lease it also looks for fatal ones, however often the loop turns. */
function createTaking({ db, log, handlers, onDead }: JobRunnerOptions): (limit: number) => Promise<JobRow[]> {
  const names = Object.keys(handlers)
  let buryAtMs = 0
  return async (limit) => {
    try {
      if (monotonicMs() >= buryAtMs) {
        buryAtMs = monotonicMs() + (LEASE_SECONDS * 1000) / 3
        for (const name of await buryFatalJobs(db, names)) {
          log.warn({ job: name, state: 'dead' }, 'job.dead')
          onDead?.(name)
        }
      }
      return await takeJobs(db, names, limit)
    } catch (error) {
      log.warn({ err: error }, 'jobs.not-taken')
      await sleep(500)
      return []
    }
  }
}
