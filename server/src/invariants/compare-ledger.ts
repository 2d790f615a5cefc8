import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import type { Breach } from './invariant.ts'
import type { Snapshot } from './snapshot.ts'

/** One acknowledgement a client received, a line of JSON each. */
const LedgerLine = z.object({
  registrationNumber: z.string(),
  /** SHA-256, lower-case hex, of `applications.snapshot::text` as it was acknowledged; only existence without it. */
  hash: z.string().optional(),
})

const Kept = z.object({ number: z.string(), hash: z.string() })

/** Ledger ⊆ database: every acknowledged number exists with its content (I-01). Lines of the file are JSON objects. */
export async function compareLedger(snapshot: Snapshot, ledgerFile: string): Promise<Breach[]> {
  const text = await readFile(ledgerFile, 'utf8')
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const ledger = lines.map((line) => LedgerLine.parse(JSON.parse(line)))
  const rows = await snapshot.list(
    Kept,
    `select registration_number as number, encode(sha256(convert_to(snapshot::text, 'UTF8')), 'hex') as hash
     from applications where registration_number = any($1)`,
    [ledger.map(({ registrationNumber }) => registrationNumber)],
  )
  const kept = new Map(rows.map(({ number, hash }) => [number, hash]))
  return ledger.flatMap(({ registrationNumber, hash }): Breach[] => {
    const found = kept.get(registrationNumber)
    if (found === undefined) return [{ id: 'I-01', what: `lost: ${registrationNumber}` }]
    return hash === undefined || hash === found ? [] : [{ id: 'I-01', what: `changed: ${registrationNumber}` }]
  })
}
