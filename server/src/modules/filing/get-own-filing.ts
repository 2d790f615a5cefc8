import type { OfficerActor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db.ts'
import { problem } from '../../platform/problem.ts'
import { type FilingRecord, lockFiling } from './sql.ts'

/** A filing of the own agency that may be written on, under its lock, as the officer saw it (S-050). */
export async function lockOwnFiling(
  tx: Tx,
  officer: OfficerActor,
  seen: { readonly filingId: string; readonly version: number | null },
): Promise<FilingRecord> {
  const filing = await lockFiling(tx, seen.filingId)
  if (filing === undefined || filing.agencyCode !== officer.agencyCode) throw problem('request.not-found')
  if (filing.state === 'handed-in') throw problem('filing.handed-in')
  if (seen.version !== null && filing.draftVersion !== seen.version) throw problem('filing.edited-meanwhile')
  return filing
}
