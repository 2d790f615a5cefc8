import type { Context } from '../../platform/context.ts'
import type { Wire } from '../../platform/http-bind.ts'
import { problem } from '../../platform/problem.ts'
import { signedInOfficer } from '../../platform/signed-in-officer.ts'
import { insertAgencyFile, storeAgencyScan } from '../file/index.ts'
import { insertRegime } from './sql-regime.ts'

/** Files the 安全管理制度 of this year with its stamped scan, once (ACC-12, S-111). */
export async function fileRegime(
  ctx: Context,
  input: { readonly text: string },
  wire: Wire,
): Promise<{ year: number }> {
  const { agencyCode, userId } = signedInOfficer(ctx)
  const stored = await storeAgencyScan(ctx.files, wire.file)
  return ctx.command(async (tx) => {
    const year = Number(tx.today.slice(0, 4))
    const fileId = await insertAgencyFile(tx, { agencyCode, ...stored })
    const isFiled = await insertRegime(tx, { agencyCode, year, text: input.text, fileId, userId })
    if (!isFiled) throw problem('custody.regime-filed', { values: { year } })
    tx.concerns('security-regime', agencyCode, { year, fileId, hash: stored.hash })
    return { year }
  })
}
