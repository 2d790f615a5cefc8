import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import type { Config } from '../src/config.ts'
import { createAuthorities } from '../src/external/authorities.ts'
import { createFace } from '../src/face.ts'
import type { Crypto } from '../src/platform/crypto.ts'
import type { JobRunner } from '../src/platform/jobs.ts'
import { startJobRunner } from '../src/platform/jobs.ts'
import { createLog } from '../src/platform/log.ts'
import { createMetrics } from '../src/platform/metrics.ts'
import { seedDemo } from '../src/seed/seed-demo.ts'
import { type Role, createServices } from '../src/services.ts'
import { createJobs } from '../src/worker.ts'
import { type TestDatabase, createReferenceDatabase } from './database.ts'
import { type TestClient, carryInto, createTestClient } from './client.ts'
import { OFFICE_ORIGIN, SANDBOX_KEY, type TestSandbox, startTestSandbox } from './sandbox.ts'

export const PUBLIC_ORIGIN = 'http://portal.localhost:8080'
const SECRET = '5a'.repeat(32)

/** A running product as the helpers that act for people need it. */
export interface Product {
  /** A superuser's connection, for looking behind row-level security. */
  readonly admin: Client
  readonly crypto: Crypto
  readonly sandbox: Pick<TestSandbox, 'http' | 'findPerson'>
  /** A browser of its own on a face: its own cookies and device. */
  visitor(face: 'public' | 'office'): TestClient
  /** Resolves when no job is due or running any more. */
  settle(): Promise<void>
  stop(): Promise<void>
}

/** The whole product in one process on a database of its own, with a real sandbox beside it. */
export interface TestProduct extends Product {
  readonly database: TestDatabase
  readonly sandbox: TestSandbox
  readonly folder: string
  /** Every log line written since the start. */
  readonly logLines: readonly string[]
  readonly services: Readonly<Record<'public' | 'office' | 'worker', ReturnType<typeof createServices>>>
  /** What every process of it was started with; the database URL is empty. */
  readonly config: Config
  /** The two faces themselves, for what no browser sends. */
  readonly faces: Readonly<Record<'public' | 'office', Awaited<ReturnType<typeof createFace>>>>
  /** Starts a worker of its own, for tests that begin without one; it stops with the product. */
  startWorker(): void
  /** Sets the one clock; it goes on from there. */
  moveClock(to: Date): Promise<void>
}

export interface ProductWish {
  /** Legal day the product believes it is; 10:00 in Shanghai. */
  readonly today?: string
  /** False where a test takes jobs itself. */
  readonly withWorker?: boolean
}

/** Starts it; stop it in `afterAll`. What was started before a failure is stopped at once, so that nothing is left behind. */
export async function startTestProduct({
  today = '2026-10-12',
  withWorker = true,
}: ProductWish = {}): Promise<TestProduct> {
  await using started = new AsyncDisposableStack()
  const [database, sandbox] = await Promise.all([createReferenceDatabase(), startTestSandbox(today)])
  started.defer(() => database.drop())
  started.defer(() => sandbox.stop())
  const folder = mkdtempSync(join(tmpdir(), 'xingtan-product-'))
  started.defer(() => rmSync(folder, { recursive: true, force: true }))
  const admin = new Client({ connectionString: database.adminUrl })
  admin.on('error', () => {})
  started.defer(() => admin.end())
  await admin.connect()
  await setClock(admin, new Date(`${today}T10:00:00+08:00`))
  const config = await makeConfig(sandbox, folder)
  const logLines: string[] = []
  const log = createLog('test', { write: (line: string) => void logLines.push(line) })
  const servicesFor = (role: Role, url: string) => createServices({ ...config, DATABASE_URL: url }, role, log)
  const seeding = servicesFor('seed', database.urls.migrator)
  await seedDemo(seeding, config)
  await seeding.db.close()
  const services = {
    public: servicesFor('public', database.urls.public_face),
    office: servicesFor('office', database.urls.office_face),
    worker: servicesFor('worker', database.urls.worker),
  }
  for (const one of Object.values(services)) started.defer(() => one.db.close())
  const faces = await startFaces(services, config)
  for (const face of Object.values(faces)) started.defer(() => face.close())
  const runners: JobRunner[] = []
  started.defer(async () => void (await Promise.all(runners.map((runner) => runner.stop()))))
  const startWorker = () => {
    runners.push(startTestWorker(services.worker, sandbox, folder))
  }
  if (withWorker) startWorker()
  const running = started.move()
  return {
    database,
    admin,
    crypto: services.public.crypto,
    sandbox,
    folder,
    logLines,
    services,
    config,
    faces,
    startWorker,
    visitor: (face) => createTestClient(carryInto(faces[face]), face === 'public' ? PUBLIC_ORIGIN : OFFICE_ORIGIN),
    moveClock: (to) => setClock(admin, to),
    settle: () => waitUntilSettled(admin),
    stop: () => running.disposeAsync(),
  }
}

async function startFaces(services: Pick<TestProduct['services'], 'public' | 'office'>, config: Config) {
  const start = (face: 'public' | 'office') =>
    createFace(face, services[face], config, createMetrics(face, services[face].db))
  return { public: await start('public'), office: await start('office') }
}

async function setClock(admin: Client, to: Date): Promise<void> {
  await admin.query(
    `insert into clock_offsets (offset_by) values ($1::timestamptz - now())
     on conflict (is_only) do update set offset_by = excluded.offset_by`,
    [to],
  )
}

async function makeConfig(sandbox: TestSandbox, folder: string): Promise<Config> {
  const ca = await fetch(`${sandbox.http}/key-middleware/ca`)
  const caFile = join(folder, 'office-ca.der')
  writeFileSync(caFile, new Uint8Array(await ca.arrayBuffer()))
  return {
    XINGTAN_MODE: 'test',
    DATABASE_URL: '',
    XINGTAN_DATA_FOLDER: folder,
    XINGTAN_SECRET: SECRET,
    PUBLIC_ORIGIN,
    OFFICE_ORIGIN,
    PHONE_ORIGIN: PUBLIC_ORIGIN,
    LISTEN: '127.0.0.1:0',
    METRICS_LISTEN: '127.0.0.1:0',
    AUTHORITY_URL: sandbox.http,
    AUTHORITY_KEY: SANDBOX_KEY,
    SMTP_URL: sandbox.smtp,
    MIDDLEWARE_URL: sandbox.http,
    OFFICE_CA_FILE: caFile,
    TRUSTED_HOPS: 0,
  }
}

/** A worker against a sandbox; its checkpoints go to the folder. */
export function startTestWorker(
  services: TestProduct['services']['worker'],
  sandbox: TestSandbox,
  folder: string,
): JobRunner {
  const external = createAuthorities({
    baseUrls: sandbox.http,
    sharedKey: SANDBOX_KEY,
    smtpUrl: sandbox.smtp,
    mailFrom: 'noreply@xingtan.example',
  })
  return startJobRunner({
    db: services.db,
    log: services.log,
    handlers: createJobs(services, external, join(folder, 'checkpoints')),
    concurrency: 4,
  })
}

/** Waits until no job is due or running. */
export async function waitUntilSettled(admin: Client): Promise<void> {
  const deadline = performance.now() + 15_000
  while (performance.now() < deadline) {
    const { rows } = await admin.query<{ due: number }>(
      `select count(*)::int as due from jobs where state = 'running' or state = 'waiting' and run_at <= app_now()`,
    )
    if (rows[0]?.due === 0) return
    await new Promise((resolve) => {
      setTimeout(resolve, 30)
    })
  }
  throw new Error('jobs did not settle within 15 s')
}
