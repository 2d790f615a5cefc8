import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { appendFileSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { PlainError } from './plain-error.ts'
import { isRunning, processIdentity } from './process-identity.ts'
import { REPOSITORY } from './repository.ts'

const START_PATIENCE_MS = 60_000
// The server gives running requests and jobs 30 seconds of its own.
const STOP_PATIENCE_MS = 35_000
const LONGEST_PAUSE_MS = 4000
// A process that ran this long was well; its next death starts with the shortest pause again.
const WELL_AFTER_MS = 60_000
const LARGEST_LOG_BYTES = 10_000_000
const PASSED_ON = ['PATH', 'HOME', 'TMPDIR', 'TZ', 'LANG', 'NODE_OPTIONS', 'NODE_EXTRA_CA_CERTS']

export interface ServiceWish {
  readonly name: string
  /** The program below the repository, and its arguments. */
  readonly script: string
  readonly args: readonly string[]
  /** The whole environment, beside what every program needs (PATH, HOME, …). */
  readonly env: Readonly<Record<string, string>>
  /** Data folder: `logs/<name>.log` takes its output, `services/<name>` its process. */
  readonly folder: string
  readonly log: (line: string) => void
}

/** A supervised process: when it dies without being asked to, it is started again after a growing pause. */
export interface Service {
  pid(): number | undefined
  kill(signal: NodeJS.Signals): void
  /** Asks it to end and waits; after 35 seconds it is made to. */
  stop(): Promise<void>
}

/** Starts a process and waits until it prints its ready line (`{"event":"ready"}`). */
export async function startService(wish: ServiceWish): Promise<Service> {
  let isWanted = true
  let current = launch(wish)
  const watch = async (): Promise<void> => {
    let pauseMs = 500
    while (isWanted) {
      const startedAt = performance.now()
      const reason = await current.ended
      if (!isWanted) return
      pauseMs = performance.now() - startedAt > WELL_AFTER_MS ? 500 : Math.min(pauseMs * 2, LONGEST_PAUSE_MS)
      wish.log(`${wish.name} 意外退出(${reason})，${pauseMs / 1000} 秒后重新启动。`)
      await sleep(pauseMs)
      if (isWanted) current = launch(wish)
    }
  }
  const beReady = await Promise.race([current.ready.then(() => ''), current.ended, sleep(START_PATIENCE_MS, '超时')])
  if (beReady !== '') {
    isWanted = false
    await end(current.child)
    throw new PlainError(
      `${wish.name} 没有启动成功(${beReady})，详见 ${logFile(wish)}：\n${lastLines(wish)}`,
      `${wish.name} did not start; see ${logFile(wish)}.`,
    )
  }
  void watch()
  return {
    pid: () => current.child.pid,
    kill: (signal) => void current.child.kill(signal),
    async stop() {
      isWanted = false
      await end(current.child)
      rmSync(join(wish.folder, 'services', wish.name), { force: true })
    },
  }
}

/** Ends what a supervisor that was killed left running in this data folder. */
export async function stopOrphanedServices(folder: string): Promise<void> {
  const records = join(folder, 'services')
  if (!existsSync(records)) return
  for (const name of readdirSync(records)) {
    const identity = readFileSync(join(records, name), 'utf8')
    for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
      if (isRunning(identity)) process.kill(Number(identity.split(':')[0]), signal)
      for (let waitedMs = 0; isRunning(identity) && waitedMs < STOP_PATIENCE_MS; waitedMs += 50) await sleep(50)
    }
    rmSync(join(records, name), { force: true })
  }
}

interface Launched {
  readonly child: ChildProcess
  readonly ready: Promise<void>
  /** Fulfils with how it ended. */
  readonly ended: Promise<string>
}

function launch(wish: ServiceWish): Launched {
  const ready = Promise.withResolvers<void>()
  const ended = Promise.withResolvers<string>()
  const inherited = PASSED_ON.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]))
  // A process group of its own: Ctrl-C in the terminal must not end everything at once, we stop it in order.
  const child = spawn(process.execPath, [resolve(REPOSITORY, wish.script), ...wish.args], {
    cwd: REPOSITORY,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...Object.fromEntries(inherited), ...wish.env },
  })
  const stopWithUs = (): void => void child.kill('SIGTERM')
  process.once('exit', stopWithUs)
  prepareFolders(wish)
  if (child.pid !== undefined) {
    writeFileSync(join(wish.folder, 'services', wish.name), processIdentity(child.pid) ?? '')
  }
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      appendFileSync(logFile(wish), `${line}\n`)
      if (isReadyLine(line)) ready.resolve()
    })
  }
  child.once('error', (error) => ended.resolve(error.message))
  child.once('close', (code, signal) => {
    process.removeListener('exit', stopWithUs)
    ended.resolve(signal ?? `exit code ${code}`)
  })
  return { child, ready: ready.promise, ended: ended.promise }
}

function isReadyLine(line: string): boolean {
  return /^\{.*"(?:event":"ready"|ready":true)/.test(line)
}

async function end(child: ChildProcess): Promise<void> {
  const identity = processIdentity(child.pid ?? 0)
  if (identity === undefined) return
  child.kill('SIGTERM')
  for (let waitedMs = 0; isRunning(identity); waitedMs += 50) {
    if (waitedMs === STOP_PATIENCE_MS) child.kill('SIGKILL')
    await sleep(50)
  }
}

function prepareFolders(wish: ServiceWish): void {
  for (const name of ['logs', 'services']) mkdirSync(join(wish.folder, name), { recursive: true, mode: 0o700 })
  const file = logFile(wish)
  if (existsSync(file) && statSync(file).size > LARGEST_LOG_BYTES) renameSync(file, `${file}.old`)
}

function logFile({ folder, name }: ServiceWish): string {
  return join(folder, 'logs', `${name}.log`)
}

function lastLines(wish: ServiceWish): string {
  return existsSync(logFile(wish))
    ? readFileSync(logFile(wish), 'utf8').trimEnd().split('\n').slice(-12).join('\n')
    : ''
}
