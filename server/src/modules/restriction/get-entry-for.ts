import { refuseEntryAct } from '@xingtan/domain/restriction-entry'
import type { OfficerActor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db.ts'
import { problem, throwIfRefused } from '../../platform/problem.ts'
import { type Entry, findEntry, lockEntry } from './sql-entry.ts'

/** The entry, held until the transaction ends, once the officer may do this with it; 404 outside one's own line. */
export async function getEntryFor(
  tx: Tx,
  action: 'review' | 'correct' | 'release',
  asked: { readonly entryId: string; readonly officer: OfficerActor },
): Promise<Entry> {
  await lockEntry(tx, asked.entryId)
  const entry = await findEntry(tx, asked.entryId)
  if (entry === undefined) throw problem('request.not-found')
  throwIfRefused(refuseEntryAct(action, entry, asked.officer))
  return entry
}
