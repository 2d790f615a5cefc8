import { randomUUID } from 'node:crypto'
import type { InputOf } from '@xingtan/contract/endpoint'
import type { grantPowerEndpoint } from '@xingtan/contract/office/agency'
import { refuseGrant } from '@xingtan/domain/agency-power'
import type { Context } from '../../platform/context.ts'
import { violatedConstraint } from '../../platform/database-error.ts'
import { problem, throwIfRefused } from '../../platform/problem.ts'
import { getAgencyToChange, officerOf } from './register.ts'
import { insertPower, listPowers } from './sql-register.ts'

/** Gives an agency below a power from a day on; the database holds it once on any day (ADM-2). */
export async function grantPower(
  ctx: Context,
  input: InputOf<typeof grantPowerEndpoint>,
): Promise<{ powerId: string }> {
  const officer = officerOf(ctx)
  const { qualificationType: type, heldFrom, source } = input
  return ctx
    .command(async (tx) => {
      const agency = await getAgencyToChange(tx, officer, input.agencyCode)
      throwIfRefused(refuseGrant(await listPowers(tx, agency.code), input, tx.today))
      const powerId = randomUUID()
      await insertPower(tx, { id: powerId, agencyCode: agency.code, type, heldFrom, source })
      tx.concerns('agency', agency.code, { powerId, type, heldFrom })
      return { powerId }
    })
    .catch((error: unknown) => {
      const isHeld = violatedConstraint(error) === 'agency_powers__agency_code_qualification_type_days'
      throw isHeld ? problem('agency.power-held', { field: 'heldFrom' }) : error
    })
}
