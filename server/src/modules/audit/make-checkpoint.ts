import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Services } from '../../platform/context.ts'
import { canonicalJson } from '../../platform/canonical-json.ts'
import { merkleRoot } from './merkle.ts'
import { findLastCheckpoint, insertCheckpoint, listLanes } from './sql.ts'

/** What a checkpoint says, as it is signed and published. */
export interface CheckpointText {
  readonly size: number
  readonly heads: readonly { readonly lane: number; readonly seq: number; readonly head: string }[]
  readonly root: string
}

/**
 * Signs the state of all lanes and publishes it outside the database, so that nobody can rewrite the tail of a lane
 * unseen (S-140). Nothing new, nothing written.
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
    const root = merkleRoot(heads.map((head) => Buffer.from(canonicalJson(head))))
    const text: CheckpointText = { size, heads, root: root.toString('hex') }
    const signature = sign(canonicalJson(text))
    const number = await insertCheckpoint(tx, { size, heads, root, signature })
    return { number, madeAt: tx.now.toISOString(), ...text, signature }
  })
  if (made === undefined) return
  await mkdir(folder, { recursive: true })
  const file = join(folder, `${String(made.number).padStart(10, '0')}.json`)
  await writeFile(`${file}.part`, JSON.stringify(made))
  await rename(`${file}.part`, file)
}
