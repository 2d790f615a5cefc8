import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { FaultTarget, Faults, InboxMail, InboxSms } from '@xingtan/contract/authority/sandbox-control'
import type { Fault } from '@xingtan/contract/authority/sandbox-control'
import { z } from 'zod'

const Batch = z.object({
  batchId: z.string(),
  requestId: z.string(),
  authority: z.enum(['crime', 'offence']),
  readyAt: z.iso.datetime(),
  rows: z.array(z.object({ rowId: z.string(), name: z.string(), documentNumber: z.string() })),
})
export type Batch = z.infer<typeof Batch>

const Memory = z.object({
  faults: Faults,
  sms: z.array(InboxSms),
  mails: z.array(InboxMail),
  batches: z.array(Batch),
  /** Numbers of the students whose diploma has been issued. */
  diplomas: z.array(z.string()),
  /** Wrong PINs in a row by serial of the key. */
  wrongPins: z.record(z.string(), z.number()),
})
export type Memory = z.infer<typeof Memory>

const KEPT = 500

export const NO_FAULT: Fault = { mode: 'ok', latencyMs: 0, percent: 100 }

/** No faults anywhere. */
export function noFaults(): Faults {
  return Faults.parse(Object.fromEntries(FaultTarget.options.map((name) => [name, NO_FAULT])))
}

export interface Store {
  readonly memory: Memory
  /** Writes what is remembered; does nothing without a folder. Call after every change. */
  readonly save: () => void
}

function read(file: string): Memory | undefined {
  try {
    const parsed = Memory.safeParse(JSON.parse(readFileSync(file, 'utf8')))
    return parsed.success ? parsed.data : undefined
  } catch {
    // No file yet, or one of an older version: a demonstration then starts empty.
    return undefined
  }
}

/** What the sandbox remembers: inbox, faults, batches, issued diplomas and locks; across restarts if given a folder. */
export function createStore(folder: string | undefined): Store {
  const empty: Memory = { faults: noFaults(), sms: [], mails: [], batches: [], diplomas: [], wrongPins: {} }
  if (folder === undefined) return { memory: empty, save: () => trim(empty) }
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'sandbox.json')
  const memory = read(file) ?? empty
  const save = () => {
    trim(memory)
    writeFileSync(`${file}.new`, JSON.stringify(memory))
    renameSync(`${file}.new`, file)
  }
  return { memory, save }
}

/** Newest stand first; the oldest fall away. */
function trim(memory: Memory): void {
  memory.sms.length = Math.min(memory.sms.length, KEPT)
  memory.mails.length = Math.min(memory.mails.length, KEPT)
  memory.batches.length = Math.min(memory.batches.length, KEPT)
}
