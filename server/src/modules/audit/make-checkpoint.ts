import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Services } from '../../platform/context.ts'
import { type PublishedCheckpoint, rootOf, signedText } from '../../platform/audit-checkpoint.ts'
import { findLastCheckpoint, insertCheckpoint, listLanes } from './sql.ts'

/**
 * Signs the state of all lanes and publishes it outside the database, so that nobody can rewrite the tail of a lane
 * unseen, nor tell it in two ways (S-140, S-141). Nothing new, nothing written.
 */
export async function makeCheckpoint(
  services: Services,
  { folder, sign }: { readonly folder: string; readonly sign: (text: string) => string },
): Promise<void> {
  const made = await services.db.transaction({}, async (tx) => {
    const lanes = await listLanes(tx)
    const size = lanes.reduce((sum, lane) => sum + lane.lastSeq, 0)
    const last = await findLastCheckpoint(tx)
    if (last?.size === size) return undefined
    const heads = lanes.map(({ lane, lastSeq, head }) => ({ lane, seq: lastSeq, head: head.toString('hex') }))
    const root = rootOf(heads)
    const said = { size, madeAt: tx.now.toISOString(), root: root.toString('hex') }
    const signature = sign(signedText(said))
    const number = await insertCheckpoint(tx, { size, heads, root, signature })
    return { number, ...said, heads, signature } satisfies PublishedCheckpoint
  })
  if (made === undefined) return
  await mkdir(folder, { recursive: true })
  const file = join(folder, `${String(made.number).padStart(10, '0')}.json`)
  await writeFile(`${file}.part`, JSON.stringify(made))
  await rename(`${file}.part`, file)
}
