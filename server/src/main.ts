import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Config, readConfig } from './config.ts'
import { createAuthorities } from './external/authorities.ts'
import { createPinnedFetch } from './external/pinned-fetch.ts'
import { createFace } from './face.ts'
import { processNow } from './platform/clock.ts'
import type { Services } from './platform/context.ts'
import { createLog } from './platform/log.ts'
import { type Metrics, createMetrics } from './platform/metrics.ts'
import { refusePlainAuthorities, refuseUnsafeProduction, whyNotReady } from './ready.ts'
import { seedDemo } from './seed/seed-demo.ts'
import { type Role, createServices } from './services.ts'
import { startWorker } from './worker.ts'

const STOP_PATIENCE_MS = 30_000

function parseRole(word: string | undefined): Role {
  if (word === 'public' || word === 'office' || word === 'worker' || word === 'seed') return word
  throw new Error('usage: main.ts public | office | worker | seed')
}

function say(line: Readonly<Record<string, unknown>>): void {
  process.stdout.write(`${JSON.stringify(line)}\n`)
}

/** TLS to the authorities as the configuration names it; without it the sandbox of a demonstration is spoken to plainly. */
function createAuthorityFetch(config: Config): typeof fetch | undefined {
  const { AUTHORITY_CA_FILE, AUTHORITY_CERTIFICATE_FILE, AUTHORITY_CERTIFICATE_KEY_FILE } = config
  if (AUTHORITY_CA_FILE === undefined || AUTHORITY_CERTIFICATE_FILE === undefined) return undefined
  if (AUTHORITY_CERTIFICATE_KEY_FILE === undefined) return undefined
  const [ca, certificate, key] = [AUTHORITY_CA_FILE, AUTHORITY_CERTIFICATE_FILE, AUTHORITY_CERTIFICATE_KEY_FILE].map(
    (file) => readFileSync(file, 'utf8'),
  )
  return createPinnedFetch({ ca: ca ?? '', certificate: certificate ?? '', key: key ?? '' })
}

function createExternal(config: Config, services: Services) {
  return createAuthorities({
    baseUrls: config.AUTHORITY_URL,
    sharedKey: config.AUTHORITY_KEY,
    fetch: createAuthorityFetch(config),
    smtpUrl: config.SMTP_URL,
    mailFrom: 'noreply@xingtan.example',
    observe: (event) => services.log.info({ ...event, event: undefined }, `authority.${event.kind}`),
  })
}

/** Answers the readiness door; a wrong clock is an alarm, since everything else about the node looks well. */
async function isReady({ db, log }: Services): Promise<boolean> {
  const reason = await whyNotReady(db, processNow)
  if (reason === 'clock') log.error({ reason }, 'node.clock-skewed')
  return reason === null
}

/** Starts the part and returns how to stop it; what is under way is finished first. */
async function startPart(role: Exclude<Role, 'seed'>, services: Services, config: Config, metrics: Metrics) {
  if (role === 'worker') {
    const checkpointFolder = join(config.XINGTAN_DATA_FOLDER, 'checkpoints')
    return startWorker(services, createExternal(config, services), { metrics, checkpointFolder })
  }
  const app = await createFace(role, services, config, metrics)
  const [host, port] = config.LISTEN.split(':')
  await app.listen({ host: host ?? '127.0.0.1', port: Number(port) })
  return { stop: () => app.close() }
}

async function run(role: Role): Promise<void> {
  const config = readConfig()
  const services = createServices(config, role, createLog(role))
  if (role === 'seed') {
    const people = await seedDemo(services, config)
    say({ event: 'seeded', people })
    await services.db.close()
    return
  }
  if (config.XINGTAN_MODE === 'production') {
    const unsafe = await refuseUnsafeProduction(services.db, process.getuid?.() === 0)
    const faults = [...unsafe, ...refusePlainAuthorities(config)]
    if (faults.length > 0) throw new Error(`refusing to start in production: ${faults.join('; ')}`)
  }
  const metrics = createMetrics(role, services.db)
  const part = await startPart(role, services, config, metrics)
  const doors = await metrics.listen(config.METRICS_LISTEN, () => isReady(services))
  const stop = async () => {
    setTimeout(() => process.exit(1), STOP_PATIENCE_MS).unref()
    await part.stop()
    await doors.close()
    await services.db.close()
    process.exit(0)
  }
  process.once('SIGTERM', () => void stop())
  process.once('SIGINT', () => void stop())
  // Opening the debugger by a signal is not offered (S-166).
  process.on('SIGUSR1', () => {})
  process.on('unhandledRejection', (error) => services.log.error({ err: error }, 'process.unhandled-rejection'))
  say({ event: 'ready', role })
}

await run(parseRole(process.argv[2]))
