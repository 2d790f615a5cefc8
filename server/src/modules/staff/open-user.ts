import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { openUserEndpoint } from '@xingtan/contract/office/staff'
import { refuseGrant } from '@xingtan/domain/staff'
import type { Context } from '../../platform/context.ts'
import { problem, throwIfRefused } from '../../platform/problem.ts'
import { findPoint } from '../agency/index.ts'
import { getOfficer } from '../case/index.ts'
import { sendActivationCode } from './activation-code.ts'
import { explainSeparation, getAdministeredPerson, toGranter } from './get-administered.ts'
import { appendStaffEvent } from './sql-filing.ts'
import { listAdministered } from './sql-person.ts'
import { insertKey, insertUser, listOtherRoles } from './sql-user.ts'

type OpenUser = z.output<(typeof openUserEndpoint)['input']>

/**
 * Opens a user for a person of the own tree. The code for the password goes to the filed mobile at once, or as soon as
 * the province has filed the person (ADM-1, S-030, S-031, S-041).
 */
export async function openUser(ctx: Context, input: OpenUser): Promise<{ userId: string }> {
  const officer = getOfficer(ctx)
  const { personId, agencyCode, pointId, username } = input
  const roles = [...new Set(input.roles)]
  // Of a secret nobody knows: the user cannot sign in before the person has set a password.
  const passwordHash = await ctx.hasher.hash(ctx.crypto.randomToken())
  const work = ctx.command(async (tx) => {
    const person = await getAdministeredPerson(tx, personId)
    const point = pointId === null ? undefined : await findPoint(tx, pointId)
    throwIfRefused(
      refuseGrant({
        actor: toGranter(officer),
        personId,
        agencyCode,
        isInScope: (await listAdministered(tx)).some(({ code }) => code === agencyCode),
        roles,
        currentRoles: [],
        otherRoles: await listOtherRoles(tx, personId, null),
        pointAgencyCode: pointId === null ? null : (point?.agencyCode ?? ''),
      }),
    )
    const userId = randomUUID()
    const user = {
      id: userId,
      personId,
      agencyCode,
      pointId,
      username,
      passwordHash,
      roles,
      openedBy: officer.personId,
    }
    if (!(await insertUser(tx, user))) throw problem('staff.username-taken', { field: 'username' })
    if (input.keySerial !== null) {
      const isFree = await insertKey(tx, { serial: input.keySerial, userId, registeredBy: officer.personId })
      if (!isFree) throw problem('staff.key-taken', { field: 'keySerial' })
    }
    if (person.filedUntil !== null && person.filedUntil > tx.now && person.phoneSealed !== null) {
      await sendActivationCode(ctx, tx, { userId, username, phone: ctx.crypto.openColumn(person.phoneSealed) })
    }
    await appendStaffEvent(tx, {
      personId,
      agencyCode: person.agencyCode,
      kind: 'user-opened',
      actorPersonId: officer.personId,
    })
    tx.concerns('staff-user', userId, { personId, agencyCode, roles: roles.join(' ') })
    return { userId }
  })
  return explainSeparation(work)
}
