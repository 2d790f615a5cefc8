import type { Context } from '../../platform/context.ts'
import { getOfficer } from '../case/index.ts'
import { getEntryFor } from './get-entry-for.ts'
import { saveEntry } from './save-entry.ts'

/** Asks the level above to take back an entry that should never have been made; counted like a correction (RES-3). */
export async function releaseRestriction(
  ctx: Context,
  input: { readonly entryId: string; readonly correctionReason: string },
): Promise<{ entryId: string; reviewAgencyName: string }> {
  const officer = getOfficer(ctx)
  return ctx.command(async (tx) => {
    const wrong = await getEntryFor(tx, 'release', { entryId: input.entryId, officer })
    const { kind, name, documentType, numberSealed, personIndex, decidedOn, endsOn, authority } = wrong
    const { decisionNumber, causeSealed, decisionFileId, lateReason } = wrong
    const same = { kind, name, documentType, numberSealed, personIndex, decidedOn, endsOn, authority }
    return saveEntry(tx, officer, {
      purpose: 'release',
      entry: {
        ...same,
        decisionNumber,
        causeSealed,
        decisionFileId,
        lateReason,
        correctsId: wrong.id,
        correctionReason: input.correctionReason,
      },
    })
  })
}
