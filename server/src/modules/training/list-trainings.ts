import type { OutputOf } from '@xingtan/contract/endpoint'
import type { listTrainingsEndpoint } from '@xingtan/contract/office/training'
import type { Context } from '../../platform/context.ts'
import { getAgency, listAgenciesBelow, officerOf } from '../agency/index.ts'
import { hasYearlyTraining } from './is-trained.ts'
import { listSessions } from './sql.ts'
import { toSession } from './to-session.ts'

/** Trainings of a year that the own agency held or was asked to, and whether the yearly one is missing (PLN-7). */
export async function listTrainings(
  ctx: Context,
  input: { readonly year?: number | undefined },
): Promise<OutputOf<typeof listTrainingsEndpoint>> {
  const officer = officerOf(ctx)
  return ctx.read(async (tx) => {
    const year = input.year ?? Number(tx.today.slice(0, 4))
    const { name, level } = await getAgency(tx, officer.agencyCode)
    const isNation = level === 'nation'
    return {
      year,
      agencyName: name,
      yearlyMissing: !isNation && !(await hasYearlyTraining(tx, officer.agencyCode, year)),
      hasBelow: (await listAgenciesBelow(tx, officer.agencyCode)).length > 0,
      sessions: (await listSessions(tx, year)).map((row) => toSession(row, officer)),
    }
  })
}
