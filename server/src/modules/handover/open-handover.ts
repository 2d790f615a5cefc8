import { randomUUID } from 'node:crypto'
import type { InputOf } from '@xingtan/contract/endpoint'
import type { openHandoverEndpoint } from '@xingtan/contract/office/handover'
import { refuseHandover } from '@xingtan/domain/handover'
import type { Context } from '../../platform/context.ts'
import { problem, throwIfRefused } from '../../platform/problem.ts'
import { signedInOfficer } from '../../platform/signed-in-officer.ts'
import { assembleItems } from './assemble-items.ts'
import { insertHandover } from './sql.ts'
import { findParty } from './sql-party.ts'

/** Opens the 交接清单 of a post: assembled from what the system knows, with a named successor (ACC-8, 001 一(五)). */
export async function openHandover(
  ctx: Context,
  input: InputOf<typeof openHandoverEndpoint>,
): Promise<{ handoverId: string }> {
  const { agencyCode, userId } = signedInOfficer(ctx)
  const { cause, dueOn, remarks } = input
  return ctx.command(async (tx) => {
    const giver = await findParty(tx, input.giverUserId, agencyCode)
    const receiver = await findParty(tx, input.receiverUserId, agencyCode)
    throwIfRefused(refuseHandover({ giver, receiver, cause, today: tx.today, dueOn }))
    if (giver === undefined || receiver === undefined) throw problem('handover.party-unknown')
    const id = randomUUID()
    const items = await assembleItems(tx, giver.personId, agencyCode)
    const isOpened = await insertHandover(tx, {
      id,
      agencyCode,
      giver,
      receiver,
      cause,
      items,
      remarks,
      openedBy: userId,
      dueOn,
    })
    if (!isOpened) throw problem('handover.open-already', { field: 'giverUserId' })
    tx.concerns('handover', id, { cause, dueOn })
    return { handoverId: id }
  })
}
