import { randomUUID } from 'node:crypto'
import type { InputOf } from '@xingtan/contract/endpoint'
import type { addAddressRuleEndpoint } from '@xingtan/contract/office/door'
import type { Refusal } from '@xingtan/contract/problem'
import { refuseAddressRule } from '@xingtan/domain/address-rule'
import { shanghaiInstant } from '@xingtan/domain/shanghai-time'
import type { Context } from '../../platform/context.ts'
import { problem, throwIfRefused } from '../../platform/problem.ts'
import { getOfficer } from '../case/index.ts'
import { refuseLockOut } from './refuse-lock-out.ts'
import { findAgencyName, findUserOfAgency, insertAddressRule } from './sql-address.ts'

const MIDNIGHT = '00:00'
const FOREIGN: readonly Refusal[] = [{ code: 'staff.address-user-foreign', field: 'username' }]

/** A network from which the officers of an agency, or one of them, may work, from the beginning of a day (S-037). */
export async function addAddressRule(
  ctx: Context,
  input: InputOf<typeof addAddressRuleEndpoint>,
): Promise<{ done: true }> {
  const officer = getOfficer(ctx)
  return ctx.command(async (tx) => {
    const { agencyCode, username, network, label, startsOn, endsOn } = input
    if ((await findAgencyName(tx, agencyCode)) === undefined) throw problem('request.not-found')
    const userId = username === null ? null : await findUserOfAgency(tx, agencyCode, username)
    throwIfRefused([...refuseAddressRule(input), ...(userId === undefined ? FOREIGN : [])])
    const id = randomUUID()
    await insertAddressRule(tx, {
      id,
      agencyCode,
      userId: userId ?? null,
      network,
      label,
      startsAt: shanghaiInstant(startsOn, MIDNIGHT),
      endsAt: endsOn === null ? null : shanghaiInstant(endsOn, MIDNIGHT),
      createdBy: officer.userId,
    })
    await refuseLockOut(ctx, tx, { officer, accepted: input.acceptsLockOut })
    tx.concerns('staff-address-rule', id, { agencyCode, userId: userId ?? null, network })
    return { done: true }
  })
}
