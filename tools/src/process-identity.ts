import { readFileSync } from 'node:fs'

/**
 * A name for one running process that survives the reuse of its number: number and start time in clock ticks.
 * Undefined when no such process runs (a zombie waiting for its parent counts as gone).
 */
export function processIdentity(pid: number): string | undefined {
  const stat = readProc(pid, 'stat')
  if (stat === undefined) return undefined
  // The command name in field 2 may hold spaces and brackets, so fields are counted after its last bracket.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  if (fields[0] === 'Z' || fields[0] === 'X') return undefined
  return `${pid}:${fields[19] ?? ''}`
}

/** Whether the process this name was given to still runs. */
export function isRunning(identity: string): boolean {
  const pid = Number(identity.split(':')[0])
  return Number.isInteger(pid) && pid > 0 && processIdentity(pid) === identity
}

/** The command line of a process as its list of arguments; empty when it does not run. */
export function commandLine(pid: number): string[] {
  return (readProc(pid, 'cmdline') ?? '').split('\0').filter((argument) => argument !== '')
}

function readProc(pid: number, file: 'stat' | 'cmdline'): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return undefined
  }
}
