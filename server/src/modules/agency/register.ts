import type { OfficerActor } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { problem } from '../../platform/problem.ts'
import { type Agency, findAgency } from './sql.ts'
import { listAgencyPath } from './sql-register.ts'

/** The signed-in officer; stops with 401 when nobody is. */
export function officerOf({ actor }: Pick<Context, 'actor'>): OfficerActor {
  if (actor.kind !== 'officer') throw problem('request.sign-in-needed')
  return actor
}

/** An agency of the officer's tree, the own one included; others are unknown (S-045). */
export async function getAgencyInTree(tx: Tx, officer: OfficerActor, code: string): Promise<Agency> {
  const agency = await findAgency(tx, code)
  const path = await listAgencyPath(tx, code, officer.agencyCode)
  if (agency === undefined || path.length === 0) throw problem('request.not-found')
  return agency
}

/** As above, for a change: strictly below the officer's own, and still standing (ADM-1). */
export async function getAgencyToChange(tx: Tx, officer: OfficerActor, code: string): Promise<Agency> {
  const agency = await getAgencyInTree(tx, officer, code)
  if (agency.code === officer.agencyCode) throw problem('agency.not-below')
  if (agency.status === 'succeeded') throw problem('agency.ended', { values: { name: agency.name } })
  return agency
}
