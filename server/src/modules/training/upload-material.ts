import type { Context } from '../../platform/context.ts'
import type { Wire } from '../../platform/http-bind.ts'
import { officerOf } from '../agency/index.ts'
import { insertAgencyFile, storeAgencyScan } from '../file/index.ts'
import { attachMaterial } from './sql.ts'
import { lockOwnSession } from './to-session.ts'

/** The material of a training: a PDF or JPG by its content (S-111). */
export async function uploadMaterial(
  ctx: Context,
  input: { readonly sessionId: string },
  wire: Wire,
): Promise<{ done: true }> {
  const officer = officerOf(ctx)
  const stored = await storeAgencyScan(ctx.files, wire.file)
  return ctx.command(async (tx) => {
    const session = await lockOwnSession(tx, officer, input.sessionId)
    const fileId = await insertAgencyFile(tx, { agencyCode: officer.agencyCode, ...stored })
    await attachMaterial(tx, session.sessionId, fileId)
    tx.concerns('training', session.sessionId, { fileId, hash: stored.hash })
    return { done: true }
  })
}
