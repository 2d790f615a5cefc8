import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { PublishedCheckpoint } from '../../platform/audit-checkpoint.ts'

/** Every checkpoint that was published to the folder, oldest first; none where there is no folder yet. */
export async function readPublished(folder: string): Promise<PublishedCheckpoint[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  })
  const files = names.filter((name) => name.endsWith('.json')).toSorted()
  return Promise.all(
    files.map(async (name) => PublishedCheckpoint.parse(JSON.parse(await readFile(join(folder, name), 'utf8')))),
  )
}
