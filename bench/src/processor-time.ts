import { readFileSync, readdirSync } from 'node:fs'

const TICKS_PER_SECOND = 100

interface Stat {
  readonly parent: number
  readonly ticks: number
}

/** `/proc/<pid>/stat`; the name in brackets may hold anything, so fields are counted behind it. */
function readStat(pid: number): Stat | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    return { parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) }
  } catch {
    return undefined
  }
}

/** Processor seconds of a process so far, with those of its living children unless it is this program (Linux). */
export function processorSeconds(pid: number): number {
  const own = readStat(pid)?.ticks ?? 0
  // The product's processes are children of this program and counted by themselves.
  if (pid === process.pid) return own / TICKS_PER_SECOND
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => readStat(Number(name)))
    .filter((stat) => stat?.parent === pid)
  return (own + children.reduce((sum, stat) => sum + (stat?.ticks ?? 0), 0)) / TICKS_PER_SECOND
}
