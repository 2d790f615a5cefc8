import type { Context } from '../../platform/context.ts'
import type { Wire } from '../../platform/http-bind.ts'
import { getOfficer } from '../case/index.ts'
import { insertFile } from '../file/index.ts'
import { type EntryInput, prepareEntry } from './prepare-entry.ts'
import { saveEntry } from './save-entry.ts'
import { type StoredDecision, storeDecision } from './store-decision.ts'

/** Row of the decision file; it belongs to no person and to no case. */
export function toFileRow(decision: StoredDecision): Parameters<typeof insertFile>[1] {
  return { accountId: null, applicationId: null, kind: 'document', width: null, height: null, ...decision }
}

/**
 * Enters a bar into the 限制库 with its decision file. From this moment no conclusion may be drawn about the person; it
 * bars only once another person one level up has reviewed it (RES-1). 教师法 art. 14; 教师资格条例 art. 18 to 20.
 */
export async function enterRestriction(
  ctx: Context,
  input: EntryInput,
  wire: Pick<Wire, 'file'>,
): Promise<{ entryId: string; reviewAgencyName: string }> {
  const officer = getOfficer(ctx)
  const decision = await storeDecision(ctx.files, wire.file)
  return ctx.command(async (tx) => {
    const entry = await prepareEntry(ctx, tx, { agencyCode: officer.agencyCode, input, decision })
    // Without a file the preparation has refused.
    if (!('hash' in decision)) throw new Error('an entry without its decision')
    const decisionFileId = await insertFile(tx, toFileRow(decision))
    return saveEntry(tx, officer, {
      purpose: 'entry',
      entry: { ...entry, decisionFileId, correctsId: null, correctionReason: null },
    })
  })
}
