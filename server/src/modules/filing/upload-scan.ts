import type { Context } from '../../platform/context.ts'
import type { Wire } from '../../platform/http-bind.ts'
import { officerOf } from '../agency/index.ts'
import { insertAgencyFile, storeAgencyScan } from '../file/index.ts'
import { lockOwnFiling } from './get-own-filing.ts'
import { attachScan } from './sql.ts'

/** The stamped scan of a filing: a PDF or JPG by its content (S-111). */
export async function uploadScan(
  ctx: Context,
  input: { readonly filingId: string },
  wire: Wire,
): Promise<{ version: number }> {
  const officer = officerOf(ctx)
  const stored = await storeAgencyScan(ctx.files, wire.file)
  return ctx.command(async (tx) => {
    const filing = await lockOwnFiling(tx, officer, { filingId: input.filingId, version: null })
    const fileId = await insertAgencyFile(tx, { agencyCode: officer.agencyCode, ...stored })
    await attachScan(tx, filing.id, fileId)
    tx.concerns('filing', filing.id, { fileId, hash: stored.hash })
    return { version: filing.draftVersion + 1 }
  })
}
