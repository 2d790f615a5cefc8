import type { OutputOf } from '@xingtan/contract/endpoint'
import type { getRestrictionEndpoint } from '@xingtan/contract/office/restriction'
import { sentenceOf } from '@xingtan/contract/problem'
import { RESTRICTION_ACTIONS, refuseEntryAct } from '@xingtan/domain/restriction-entry'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { getOfficer } from '../case/index.ts'
import { makeFileLink } from '../file/index.ts'
import { findEntry } from './sql-entry.ts'
import { toEntryRow } from './to-entry-row.ts'

/** One entry in full with its decision file, for the line that enters and reviews it; the look is an event (S-144). */
export async function getRestriction(
  ctx: Context,
  input: { readonly entryId: string },
): Promise<OutputOf<typeof getRestrictionEndpoint>> {
  const officer = getOfficer(ctx)
  return ctx.write(async (tx) => {
    const entry = await findEntry(tx, input.entryId)
    if (entry === undefined) throw problem('request.not-found')
    tx.concerns('restriction', entry.id, { kind: entry.kind }, 'read')
    const actions = RESTRICTION_ACTIONS[entry.state].map((action) => {
      const [why] = refuseEntryAct(action, entry, officer)
      return { action, allowed: why === undefined, why: why === undefined ? null : sentenceOf(why) }
    })
    const { name, documentType, authority, lateReason, correctionReason, reviewAgencyName, returnReason } = entry
    const said = { name, documentType, authority, lateReason, correctionReason, reviewAgencyName, returnReason }
    return {
      row: toEntryRow(ctx.crypto, officer, entry),
      ...said,
      documentNumber: ctx.crypto.openColumn(entry.numberSealed),
      cause: ctx.crypto.openColumn(entry.causeSealed),
      decisionUrl: makeFileLink(ctx.crypto, ctx.actor, entry.decisionFileId, tx.now),
      enteredBy: entry.enteredByName,
      reviewedBy: entry.reviewedByName,
      reviewedAt: entry.reviewedAt?.toISOString() ?? null,
      corrects: entry.correctsId,
      correctedBy: entry.correctedById,
      actions,
    }
  })
}
