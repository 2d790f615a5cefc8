import type { Context } from '../../platform/context.ts'
import type { Wire } from '../../platform/http-bind.ts'
import { problem } from '../../platform/problem.ts'
import { officerOf } from '../agency/index.ts'
import { insertAgencyFile, storeAgencyScan } from '../file/index.ts'
import { attachScan, findFormOf } from './sql.ts'

/** The stamped scan of a saved form: a PDF or JPG by its content (ACC-10, S-111). */
export async function uploadScan(
  ctx: Context,
  input: { readonly collectionId: string },
  wire: Wire,
): Promise<{ version: number }> {
  const { agencyCode } = officerOf(ctx)
  const stored = await storeAgencyScan(ctx.files, wire.file)
  return ctx.command(async (tx) => {
    const form = await findFormOf(tx, input.collectionId, agencyCode)
    if (form === undefined) throw problem('request.not-found')
    const fileId = await insertAgencyFile(tx, { agencyCode, ...stored })
    if (!(await attachScan(tx, form.id, fileId))) throw problem('work-info.handed-in')
    tx.concerns('work-info', form.id, { fileId, hash: stored.hash })
    return { version: form.version + 1 }
  })
}
