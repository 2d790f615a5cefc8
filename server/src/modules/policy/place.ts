import type { PolicyPlace } from '@xingtan/contract/office/policy'
import type { OfficerActor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db.ts'
import { problem } from '../../platform/problem.ts'
import { isScopeUnder } from '../proposal/index.ts'
import { listPathTo, listPlacesBelow } from './sql-edit.ts'

/** A place with its way down, its neighbours below, and whether the officer may propose rules for it. */
export async function getPlace(tx: Tx, officer: OfficerActor, scope: string | undefined): Promise<PolicyPlace> {
  const wanted = scope ?? (officer.agencyLevel === 'nation' ? 'nation' : `agency:${officer.agencyCode}`)
  const path = await listPathTo(tx, wanted)
  const last = path.at(-1)
  if (last === undefined) throw problem('policy.place-unknown')
  return {
    path,
    below: await listPlacesBelow(tx, last.scope),
    canPropose: officer.roles.includes('plan') && (await isScopeUnder(tx, last.scope, officer.agencyCode)),
  }
}

/** Scopes of a place, most specific first, as the resolver asks for them. */
export function scopesOf(place: Pick<PolicyPlace, 'path'>): string[] {
  return place.path.map(({ scope }) => scope).toReversed()
}
