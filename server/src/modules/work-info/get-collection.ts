import type { OfficerActor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db.ts'
import { problem } from '../../platform/problem.ts'
import { type Collection, listCollections } from './sql.ts'

/** A collection the officer's agency takes part in; others are unknown (S-045). */
export async function getCollection(tx: Tx, officer: OfficerActor, collectionId: string): Promise<Collection> {
  const found = (await listCollections(tx, officer.agencyCode)).find((one) => one.collectionId === collectionId)
  if (found === undefined) throw problem('request.not-found')
  return found
}
