import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { commandLine, processIdentity } from './process-identity.ts'

/** What a postmaster writes about itself: its process and whether it takes connections. */
interface PostmasterFile {
  readonly pid: number
  readonly isReady: boolean
}

/** Whether the postmaster we started takes connections. A stale file also says `ready`, hence the process number. */
export function isPostmasterReady(cluster: string, pid: number): boolean {
  const file = readPostmasterFile(cluster)
  return file !== undefined && file.pid === pid && file.isReady
}

/**
 * Stops the postmaster a killed supervisor left behind on this cluster, after checking by its command line that it
 * is ours. A file whose number now belongs to an unrelated process is removed, since PostgreSQL would refuse to start.
 */
export async function stopOrphanedPostmaster(cluster: string): Promise<void> {
  const file = readPostmasterFile(cluster)
  if (file === undefined || processIdentity(file.pid) === undefined) return
  if (!commandLine(file.pid).includes(cluster)) {
    rmSync(join(cluster, 'postmaster.pid'), { force: true })
    return
  }
  await stopPostmaster(file.pid)
}

/** Fast shutdown; an immediate one after 20 seconds, and the hard way after another 5. Recovery loses nothing. */
export async function stopPostmaster(pid: number): Promise<void> {
  const steps: [NodeJS.Signals, number][] = [
    ['SIGINT', 20_000],
    ['SIGQUIT', 5000],
    ['SIGKILL', 5000],
  ]
  for (const [signal, patienceMs] of steps) {
    signalIfRunning(pid, signal)
    if (await hasGone(pid, patienceMs)) return
  }
}

function signalIfRunning(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // It has gone in the meantime, which is what we want.
  }
}

async function hasGone(pid: number, patienceMs: number): Promise<boolean> {
  const identity = processIdentity(pid)
  for (let waited = 0; waited < patienceMs; waited += 50) {
    if (identity === undefined || processIdentity(pid) !== identity) return true
    await sleep(50)
  }
  return false
}

function readPostmasterFile(cluster: string): PostmasterFile | undefined {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    const pid = Number(lines[0])
    return Number.isInteger(pid) && pid > 1 ? { pid, isReady: lines[7]?.trim() === 'ready' } : undefined
  } catch {
    return undefined
  }
}
