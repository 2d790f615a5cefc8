import { type Dirent, createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { FileDamaged, FileMissing, createFileStore } from '../platform/file-store.ts'
import type { Breach } from './invariant.ts'
import type { Snapshot } from './snapshot.ts'
import { CANARY } from './sql-time.ts'

const ORPHAN_AGE_MS = 24 * 60 * 60_000
const Reference = z.object({ hash: z.string() })

async function listReferences(snapshot: Snapshot): Promise<string[]> {
  const rows = await snapshot.list(
    Reference,
    `select hash from files where removed_at is null
     union select photo_hash from applications where photo_hash is not null
     union select snapshot ->> 'photoHash' from applications where snapshot ? 'photoHash'
     union select snapshot #>> '{signature,hash}' from applications where snapshot ? 'signature'`,
  )
  return rows.map(({ hash }) => hash)
}

async function listEntries(folder: string): Promise<Dirent[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  })
  return entries.filter((entry) => entry.isFile())
}

async function findOrphans(store: string, known: ReadonlySet<string>, now: Date): Promise<Breach[]> {
  const orphans: Breach[] = []
  for (const entry of await listEntries(store)) {
    if (known.has(entry.name)) continue
    // A file that is being removed meanwhile is no orphan any more.
    const found = await stat(join(entry.parentPath, entry.name)).catch(() => undefined)
    if (found === undefined || now.getTime() - found.mtimeMs < ORPHAN_AGE_MS) continue
    orphans.push({ id: 'I-13', what: `orphan: ${entry.name}` })
  }
  return orphans
}

/** Every referenced file with its hash, and content nobody refers to for a day (I-13). `now` is the real time. */
export async function compareFiles(snapshot: Snapshot, dataFolder: string, now: Date): Promise<Breach[]> {
  const folder = join(dataFolder, 'store')
  const store = createFileStore(folder)
  const references = await listReferences(snapshot)
  const breaches: Breach[] = []
  for (const hash of references) {
    try {
      await store.get(hash)
    } catch (error) {
      if (!(error instanceof FileMissing || error instanceof FileDamaged)) throw error
      breaches.push({ id: 'I-13', what: `${error.name}: ${hash}` })
    }
  }
  return [...breaches, ...(await findOrphans(folder, new Set(references), now))]
}

/** Lines of the logs that hold a document number or a phone, each named by file and line (I-20). */
export async function scanLogs(logFolder: string): Promise<Breach[]> {
  const pattern = new RegExp(CANARY, 'u')
  const breaches: Breach[] = []
  for (const entry of await listEntries(logFolder)) {
    let number = 0
    for await (const line of createInterface({ input: createReadStream(join(entry.parentPath, entry.name)) })) {
      number += 1
      if (pattern.test(line)) breaches.push({ id: 'I-20', what: `${entry.name}:${number}` })
    }
  }
  return breaches
}
