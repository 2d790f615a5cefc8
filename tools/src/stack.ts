import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DatabaseRole } from '@xingtan/server/platform/database-roles'
import { claimFolder, releaseFolder } from './claim-folder.ts'
import { readSecret } from './data-folder.ts'
import { openDatabase } from './database.ts'
import { moveDemoClock } from './demo-clock.ts'
import { PlainError } from './plain-error.ts'
import { findFreePorts, refuseTakenPorts } from './ports.ts'
import type { DemoPerson } from './seed.ts'
import { seed } from './seed.ts'
import { planServices } from './service-plan.ts'
import { startService, stopOrphanedServices } from './service.ts'
import type { StackUrls, StackWish } from './stack-wish.ts'

export type ProcessName = 'database' | 'sandbox' | 'worker' | 'public' | 'office'

export interface Stack {
  readonly urls: StackUrls
  readonly databaseUrls: Record<DatabaseRole, string>
  readonly databaseAdminUrl: string
  /** The key the server and the sandbox sign their questions to each other with. */
  readonly authorityKey: string
  readonly people: readonly DemoPerson[]
  readonly logFolder: string
  pid(name: ProcessName): number | undefined
  kill(name: ProcessName, signal: NodeJS.Signals): void
  /** Stops everything, the faces first and the database last. */
  stop(): Promise<void>
}

/**
 * Starts the whole product on one machine: database, sandbox, demo data, worker and faces, each supervised.
 * Fails with a `PlainError` and leaves nothing running.
 */
export async function startStack(wish: StackWish): Promise<Stack> {
  const { dataFolder } = wish
  const secret = readSecret(dataFolder)
  claimFolder(dataFolder)
  await stopOrphanedServices(dataFolder)
  const running: { stop(): Promise<void> }[] = []
  const stop = async (): Promise<void> => {
    for (const part of running.splice(0).toReversed()) await part.stop()
    releaseFolder(dataFolder)
  }
  try {
    return { ...(await startParts(wish, secret, running)), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Starts one part after the other and notes each in `running`, so that a failure can stop those before it. */
async function startParts(
  wish: StackWish,
  secret: string,
  running: { stop(): Promise<void> }[],
): Promise<Omit<Stack, 'stop'>> {
  const { dataFolder, log, databaseUrl } = wish
  const keep = async <Part extends { stop(): Promise<void> }>(starting: Promise<Part>): Promise<Part> => {
    const part = await starting
    running.push(part)
    return part
  }
  const ports = wish.ports === 'free' ? await findFreePorts() : wish.ports
  await refuseTakenPorts(ports)
  const database = await keep(openDatabase({ dataFolder, databaseUrl, secret, log }))
  await moveDemoClock(database.urls.migrator, wish.today)
  const plan = planServices({ stack: wish, ports, secret, database })
  const sandbox = await keep(startService(plan.sandbox))
  await fetchOfficeCa(plan.urls.sandbox, plan.officeCaFile)
  log('正在载入参考数据和演示数据。')
  const people = await seed({ ...plan.serverEnv, DATABASE_URL: database.urls.migrator })
  log('正在启动服务。')
  const [worker, publicFace, office] = await allOrFirstFailure([
    keep(startService(plan.worker)),
    keep(startService(plan.public)),
    keep(startService(plan.office)),
  ])
  const processes = { database, sandbox, worker, public: publicFace, office }
  return {
    urls: plan.urls,
    databaseUrls: database.urls,
    databaseAdminUrl: database.adminUrl,
    authorityKey: plan.authorityKey,
    people,
    logFolder: join(dataFolder, 'logs'),
    pid: (name) => processes[name].pid(),
    kill: (name, signal) => processes[name].kill(signal),
  }
}

/** The officers' keys are signed by the sandbox's authority; the server trusts its certificate from this file. */
async function fetchOfficeCa(sandboxUrl: string, file: string): Promise<void> {
  const response = await fetch(`${sandboxUrl}/key-middleware/ca`)
  if (!response.ok) {
    throw new PlainError(`沙箱没有给出密钥证书(HTTP ${response.status})。`, 'The sandbox gave no key certificate.')
  }
  writeFileSync(file, new Uint8Array(await response.arrayBuffer()), { mode: 0o600 })
}

/** Waits for all even when one fails, so that none starts behind our back while the others are stopped. */
async function allOrFirstFailure<Values extends readonly Promise<unknown>[]>(
  starts: readonly [...Values],
): Promise<{ -readonly [Key in keyof Values]: Awaited<Values[Key]> }> {
  await Promise.allSettled(starts)
  return Promise.all(starts)
}
