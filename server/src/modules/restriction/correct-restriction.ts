import type { Context } from '../../platform/context.ts'
import type { Wire } from '../../platform/http-bind.ts'
import { getOfficer } from '../case/index.ts'
import { insertFile } from '../file/index.ts'
import { toFileRow } from './enter-restriction.ts'
import { getEntryFor } from './get-entry-for.ts'
import { type EntryInput, prepareEntry } from './prepare-entry.ts'
import { saveEntry } from './save-entry.ts'
import { storeDecision } from './store-decision.ts'

interface Correction extends EntryInput {
  readonly entryId: string
  readonly correctionReason: string
}

/**
 * Puts a right entry beside a wrong one that is in force; the wrong one stays readable and gives way when the level above
 * accepts (RES-3). Counted against the agency. A new decision file is asked for, as for every entry.
 */
export async function correctRestriction(
  ctx: Context,
  input: Correction,
  wire: Pick<Wire, 'file'>,
): Promise<{ entryId: string; reviewAgencyName: string }> {
  const officer = getOfficer(ctx)
  const decision = await storeDecision(ctx.files, wire.file)
  return ctx.command(async (tx) => {
    await getEntryFor(tx, 'correct', { entryId: input.entryId, officer })
    const entry = await prepareEntry(ctx, tx, { agencyCode: officer.agencyCode, input, decision })
    // Without a file the preparation has refused.
    if (!('hash' in decision)) throw new Error('a correction without its decision')
    const decisionFileId = await insertFile(tx, toFileRow(decision))
    const { entryId: correctsId, correctionReason } = input
    return saveEntry(tx, officer, {
      purpose: 'correction',
      entry: { ...entry, decisionFileId, correctsId, correctionReason },
    })
  })
}
