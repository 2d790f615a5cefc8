import { randomUUID } from 'node:crypto'
import type { InputOf } from '@xingtan/contract/endpoint'
import type { orderSuccessionEndpoint } from '@xingtan/contract/office/succession'
import type { Refusal } from '@xingtan/contract/problem'
import { refuseSuccession } from '@xingtan/domain/agency-power'
import type { Context } from '../../platform/context.ts'
import { violatedConstraint } from '../../platform/database-error.ts'
import { problem, throwIfRefused } from '../../platform/problem.ts'
import { officerOf } from '../agency/index.ts'
import { loadFacts } from './load-facts.ts'
import { insertSuccession, listUsersOf } from './sql.ts'

type Order = InputOf<typeof orderSuccessionEndpoint>

/** Chosen users have to be users of the old agency; asked below the own agency, so before the command. */
async function refuseUsers(ctx: Context, { agencyCode, movedUserIds }: Order): Promise<Refusal[]> {
  const users = await ctx.readBelow((tx) => listUsersOf(tx, agencyCode))
  const isKnown = movedUserIds.every((id) => users.some(({ userId }) => userId === id))
  return isKnown ? [] : [{ code: 'succession.user-unknown', field: 'movedUserIds' }]
}

/** Puts down that one agency takes the place of another; a second person has to agree (ADM-2, domain §23 case 12). */
export async function orderSuccession(ctx: Context, input: Order): Promise<{ successionId: string }> {
  const officer = officerOf(ctx)
  const { agencyCode: oldCode, newCode, orderNumber, reason } = input
  const ofUsers = await refuseUsers(ctx, input)
  return ctx
    .command(async (tx) => {
      const facts = await loadFacts(tx, officer, { oldCode, newCode })
      const effectiveAt = input.effectiveAt === null ? tx.now : new Date(input.effectiveAt)
      const ofTime: Refusal[] = effectiveAt < tx.now ? [{ code: 'succession.past', field: 'effectiveAt' }] : []
      throwIfRefused([...refuseSuccession(facts), ...ofTime, ...ofUsers])
      const id = randomUUID()
      const movedUserIds = [...new Set(input.movedUserIds)]
      await insertSuccession(tx, {
        id,
        oldCode,
        newCode,
        effectiveAt,
        orderNumber,
        reason,
        movedUserIds,
        orderedBy: officer.userId,
      })
      tx.concerns('agency', oldCode, { successionId: id, newCode, orderNumber, effectiveAt: effectiveAt.toISOString() })
      return { successionId: id }
    })
    .catch((error: unknown) => {
      const isOrdered = violatedConstraint(error) === 'agency_successions__old_code'
      throw isOrdered ? problem('succession.ordered-already') : error
    })
}
