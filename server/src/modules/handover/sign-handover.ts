import type { InputOf } from '@xingtan/contract/endpoint'
import type { HandoverState, signHandoverEndpoint } from '@xingtan/contract/office/handover'
import { refuseHandoverSignature } from '@xingtan/domain/handover'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { problem, throwIfRefused } from '../../platform/problem.ts'
import { signedInOfficer } from '../../platform/signed-in-officer.ts'
import { handOverItems } from '../custody/index.ts'
import { getHandoverToChange } from './get-handover-to-change.ts'
import { type Handover, closeRow } from './sql.ts'
import { insertSignature } from './sql-party.ts'
import { hashText, toOfficer, toStanding } from './to-view.ts'

/** Both have signed: what the giver keeps is the receiver's from now on. */
async function close(tx: Tx, row: Handover, userId: string): Promise<void> {
  await closeRow(tx, row.id)
  const { giverPersonId: fromPersonId, receiverPersonId: toPersonId } = row
  await handOverItems(tx, { fromPersonId, toPersonId, note: '按交接清单移交。', recordedBy: userId })
}

/** One of the two signs the text that was seen, with the own key; the second signature closes the list (ACC-8, S-036). */
export async function signHandover(
  ctx: Context,
  input: InputOf<typeof signHandoverEndpoint>,
): Promise<{ state: HandoverState }> {
  const officer = signedInOfficer(ctx)
  const { userId, personId, keySerial } = officer
  return ctx.command(async (tx) => {
    const { row, signatures } = await getHandoverToChange(tx, input.handoverId)
    const standing = toStanding(row, signatures)
    const signer = toOfficer(officer, row)
    if (!signer.isManager && personId !== row.giverPersonId && personId !== row.receiverPersonId) {
      throw problem('request.not-found')
    }
    throwIfRefused(refuseHandoverSignature(standing, signer, input.inPlaceBecause))
    const textHash = hashText(ctx.crypto, row)
    if (textHash.toString('hex') !== input.textHash) throw problem('handover.changed')
    const side = personId === row.receiverPersonId ? 'receiver' : 'giver'
    const isInPlace = side === 'giver' && personId !== row.giverPersonId
    const inPlaceBecause = isInPlace ? input.inPlaceBecause : null
    await insertSignature(tx, { handoverId: row.id, side, userId, personId, inPlaceBecause, keySerial, textHash })
    const isClosed = signatures.length === 1
    if (isClosed) await close(tx, row, userId)
    tx.concerns('handover', row.id, { side, isInPlace, isClosed, textHash: input.textHash })
    return { state: isClosed ? 'closed' : 'open' }
  })
}
