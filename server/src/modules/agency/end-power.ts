import type { InputOf } from '@xingtan/contract/endpoint'
import type { endPowerEndpoint } from '@xingtan/contract/office/agency'
import { refuseEnd } from '@xingtan/domain/agency-power'
import type { Context } from '../../platform/context.ts'
import { problem, throwIfRefused } from '../../platform/problem.ts'
import { getAgencyToChange, officerOf } from './register.ts'
import { listPowers, markPowerEnded } from './sql-register.ts'

/** Ends a power of an agency below: from that day on nobody new is led to it; open cases are finished (ADM-2). */
export async function endPower(ctx: Context, input: InputOf<typeof endPowerEndpoint>): Promise<{ done: true }> {
  const officer = officerOf(ctx)
  return ctx.command(async (tx) => {
    const agency = await getAgencyToChange(tx, officer, input.agencyCode)
    const power = (await listPowers(tx, agency.code)).find(({ powerId }) => powerId === input.powerId)
    if (power === undefined) throw problem('request.not-found')
    throwIfRefused(refuseEnd(power, input.heldTo, tx.today))
    await markPowerEnded(tx, power.powerId, input.heldTo)
    tx.concerns('agency', agency.code, { powerId: power.powerId, heldTo: input.heldTo })
    return { done: true }
  })
}
