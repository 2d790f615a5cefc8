import type { ChildProcess } from 'node:child_process'
import { execFileSync, spawn } from 'node:child_process'
import { createHmac, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, openSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { closeSync, statfsSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { claimFolder, releaseFolder } from './claim-folder.ts'
import { PlainError } from './plain-error.ts'
import type { Account } from './postgres-home.ts'
import {
  CLUSTER,
  findHome,
  findNativeFolder,
  giveTo,
  homesOf,
  makeSocketFolder,
  postgresAccount,
} from './postgres-home.ts'
import { isPostmasterReady, stopOrphanedPostmaster, stopPostmaster } from './postmaster.ts'

const MAJOR_VERSION = '18'
const ADMINISTRATOR = 'xingtan'
const RECOVERY_PATIENCE_MS = 120_000
const LOCK_PATIENCE_MS = 15_000
const LARGEST_LOG_BYTES = 10_000_000
// A new cluster takes 40 MB; a server that fails with less room than this has failed for want of it.
const LEAST_FREE_BYTES = 60_000_000

/** Durable by intention: an acknowledged transaction survives the loss of power. */
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '',
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  max_connections: '100',
  shared_buffers: '256MB',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
}

export interface PostgresWish {
  /** Folder for the cluster, its socket and its log; made when missing. */
  readonly dataFolder: string
  /** Receives progress lines for the person who waits. */
  readonly log: (line: string) => void
  /** Overrides of the server settings, for throw-away test clusters. */
  readonly settings?: Readonly<Record<string, string>>
  /** Told when the server dies without being asked to; the caller starts it again. */
  readonly onExit?: (reason: string) => void
}

export interface Postgres {
  adminUrl(database: string): string
  roleUrl(role: string, database: string): string
  /** The password of a role, derived from the cluster's secret: the same after every start. */
  password(role: string): string
  readonly socketFolder: string
  pid(): number
  kill(signal: NodeJS.Signals): void
  stop(): Promise<void>
}

/**
 * Starts the embedded PostgreSQL on a Unix socket (no network listener), making the cluster on the first call.
 * A server left behind by a killed supervisor is stopped first. Fails with a `PlainError`.
 */
export async function startPostgres(wish: PostgresWish): Promise<Postgres> {
  const home = findHome(wish.dataFolder, postgresAccount(wish.dataFolder), wish.log)
  const account = postgresAccount(home)
  const native = findNativeFolder(account, wish.log)
  const cluster = join(home, CLUSTER)
  claimFolder(home)
  await stopOrphanedPostmaster(cluster)
  const secret = readSecret(home)
  const password = (role: string): string => createHmac('sha256', secret).update(role).digest('hex').slice(0, 40)
  if (!existsSync(cluster)) createCluster({ home, native, account, password: password(ADMINISTRATOR), log: wish.log })
  refuseForeignCluster(cluster)
  const socketFolder = makeSocketFolder(home, account)
  const settings = { ...SETTINGS, ...wish.settings, unix_socket_directories: socketFolder }
  const child = await launch({ home, cluster, native, account, settings })

  const pid = child.pid ?? 0
  let isWanted = true
  child.once('exit', (code, signal) => {
    if (isWanted) wish.onExit?.(signal ?? `exit code ${code}`)
  })
  const url = (role: string, database: string): string =>
    `postgres://${role}:${password(role)}@localhost/${database}?host=${encodeURIComponent(socketFolder)}&port=5432`
  return {
    adminUrl: (database) => url(ADMINISTRATOR, database),
    roleUrl: url,
    password,
    socketFolder,
    pid: () => pid,
    kill: (signal) => void child.kill(signal),
    async stop() {
      isWanted = false
      if (child.exitCode === null && child.signalCode === null) await stopPostmaster(pid)
      releaseFolder(home)
    },
  }
}

/** Stops servers a killed supervisor left behind, in every place the cluster of this folder may live. */
export async function stopOrphanedPostmasters(dataFolder: string): Promise<void> {
  for (const home of homesOf(dataFolder)) await stopOrphanedPostmaster(join(home, CLUSTER))
}

function readSecret(home: string): string {
  const file = join(home, 'secret')
  if (existsSync(file)) return readFileSync(file, 'utf8')
  const secret = randomBytes(32).toString('hex')
  writeFileSync(file, secret, { mode: 0o600 })
  return secret
}

interface NewCluster {
  readonly home: string
  readonly native: string
  readonly account: Account
  readonly password: string
  readonly log: (line: string) => void
}

/** Made beside and renamed, so that an interrupted first start leaves nothing half done. */
function createCluster({ home, native, account, password, log }: NewCluster): void {
  log('正在创建数据库。')
  const unfinished = join(home, 'cluster.unfinished')
  const passwordFile = join(home, 'password')
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { mode: 0o700 })
  writeFileSync(passwordFile, password, { mode: 0o600 })
  giveTo(unfinished, account)
  giveTo(passwordFile, account)
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C.UTF-8']
  const access = ['-U', ADMINISTRATOR, '-A', 'scram-sha-256', `--pwfile=${passwordFile}`]
  try {
    const args = ['-D', unfinished, ...access, '-E', 'UTF8', ...locale, '--no-instructions']
    execFileSync(join(native, 'bin', 'initdb'), args, { ...account, cwd: '/', stdio: 'pipe' })
  } catch (cause) {
    rmSync(unfinished, { recursive: true, force: true })
    throw explain(cause instanceof Error ? cause.message : String(cause), home)
  } finally {
    rmSync(passwordFile, { force: true })
  }
  renameSync(unfinished, join(home, CLUSTER))
}

function refuseForeignCluster(cluster: string): void {
  const file = join(cluster, 'PG_VERSION')
  const version = existsSync(file) ? readFileSync(file, 'utf8').trim() : ''
  if (version === MAJOR_VERSION && readdirSync(cluster).includes('global')) return
  throw brokenCluster(cluster)
}

interface Launch {
  readonly home: string
  readonly cluster: string
  readonly native: string
  readonly account: Account
  readonly settings: Readonly<Record<string, string>>
}

/** A killed predecessor counts as alive until its last child has gone, so a busy lock is tried again for a while. */
async function launch(wish: Launch): Promise<ChildProcess> {
  const logFile = join(wish.home, 'postgres.log')
  if (existsSync(logFile) && statSync(logFile).size > LARGEST_LOG_BYTES) renameSync(logFile, `${logFile}.old`)
  for (let waitedMs = 0; ; waitedMs += 500) {
    const from = existsSync(logFile) ? statSync(logFile).size : 0
    const child = spawnPostmaster(wish, logFile)
    if (await becomesReady(child, wish.cluster)) return child
    const said = readFileSync(logFile).subarray(from).toString()
    if (waitedMs > LOCK_PATIENCE_MS || !/lock file .* already exists|pre-existing shared memory/.test(said)) {
      throw explain(said, wish.cluster)
    }
    await sleep(500)
  }
}

function spawnPostmaster({ cluster, native, account, settings }: Launch, logFile: string): ChildProcess {
  const output = openSync(logFile, 'a', 0o600)
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  // A process group of its own: Ctrl-C in the terminal must reach the services first and the database last.
  const child = spawn(join(native, 'bin', 'postgres'), ['-D', cluster, '-p', '5432', ...options], {
    ...account,
    cwd: '/',
    detached: true,
    stdio: ['ignore', output, output],
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8' },
  })
  closeSync(output)
  const stopWithUs = (): void => void child.kill('SIGINT')
  process.once('exit', stopWithUs)
  child.once('exit', () => process.removeListener('exit', stopWithUs))
  child.once('error', () => process.removeListener('exit', stopWithUs))
  return child
}

async function becomesReady(child: ChildProcess, cluster: string): Promise<boolean> {
  for (let waitedMs = 0; waitedMs < RECOVERY_PATIENCE_MS; waitedMs += 30) {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return false
    if (isPostmasterReady(cluster, child.pid)) return true
    await sleep(30)
  }
  child.kill('SIGQUIT')
  return false
}

function explain(said: string, place: string): PlainError {
  if (/No space left on device/.test(said) || !hasRoom(place)) {
    return new PlainError(
      `磁盘已满，数据库无法写入 ${place}。请腾出空间后再试。`,
      `The disk is full: the database cannot write to ${place}. Free some space and try again.`,
    )
  }
  if (/could not look up effective user/.test(said)) {
    return new PlainError(
      '当前用户没有系统账户记录，内置的 PostgreSQL 无法运行。请换一个用户，或者设置 DATABASE_URL。',
      'The current user has no account entry, so the embedded PostgreSQL cannot run; use another user or DATABASE_URL.',
    )
  }
  return brokenCluster(place, said)
}

function hasRoom(place: string): boolean {
  const { bavail, bsize } = statfsSync(place)
  return bavail * bsize > LEAST_FREE_BYTES
}

function brokenCluster(place: string, said = ''): PlainError {
  const reason = said.trim().split('\n').slice(-3).join('\n')
  return new PlainError(
    `数据库无法启动，${place} 中的文件可能已损坏。可以用 npm start -- --reset 清空演示数据重新开始。`,
    `The database cannot start; the files in ${place} may be broken. ${reason}`,
  )
}
