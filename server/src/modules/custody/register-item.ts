import { randomUUID } from 'node:crypto'
import type { InputOf } from '@xingtan/contract/endpoint'
import type { registerCustodyEndpoint } from '@xingtan/contract/office/custody'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { signedInOfficer } from '../../platform/signed-in-officer.ts'
import { beginTerm, insertItem, isKeeperThere } from './sql.ts'

/** Enters a computer, key or medium with its first keeper: nothing is on the register without one (ACC-12). */
export async function registerItem(
  ctx: Context,
  input: InputOf<typeof registerCustodyEndpoint>,
): Promise<{ itemId: string }> {
  const { agencyCode, userId } = signedInOfficer(ctx)
  const { kind, serial, label, personId, note } = input
  return ctx.command(async (tx) => {
    if (!(await isKeeperThere(tx, personId, agencyCode))) throw problem('custody.keeper-unknown', { field: 'personId' })
    const itemId = randomUUID()
    if (!(await insertItem(tx, { id: itemId, agencyCode, kind, serial, label, registeredBy: userId }))) {
      throw problem('custody.registered-already', { field: 'serial' })
    }
    await beginTerm(tx, { id: randomUUID(), itemId, personId, note, recordedBy: userId })
    tx.concerns('custody-item', itemId, { kind, personId })
    return { itemId }
  })
}
