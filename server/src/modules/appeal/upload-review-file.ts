import type { Context } from '../../platform/context.ts'
import type { Wire } from '../../platform/http-bind.ts'
import type { Tx } from '../../platform/db.ts'
import { problem, throwIfRefused } from '../../platform/problem.ts'
import { refuseReviewRequest } from '@xingtan/domain/appeal'
import { getApplicant } from '../account/index.ts'
import { type CaseRecord, findCase } from '../case/index.ts'
import { insertFile, storePdf } from '../file/index.ts'
import { loadPolicyBook } from '../policy/index.ts'
import { loadReviewFacts } from './get-remedies.ts'

/** The case, while a review of its conclusion can be asked for. */
async function getOpenCase(tx: Tx, applicationId: string): Promise<CaseRecord> {
  const record = await findCase(tx, applicationId)
  if (record === undefined) throw problem('request.not-found')
  throwIfRefused(refuseReviewRequest((await loadReviewFacts(tx, record)).facts, tx.today))
  return record
}

/** Takes one PDF for a review request, judged before it is stored (S-112, S-113, S-120). */
export async function uploadReviewFile(
  ctx: Context,
  input: { readonly applicationId: string; readonly fileName: string },
  wire: Wire,
): Promise<{ fileId: string }> {
  const { file: bytes } = wire
  if (bytes === undefined) throw problem('file.missing')
  const maxBytes = await ctx.read(async (tx) => {
    const record = await getOpenCase(tx, input.applicationId)
    return (await loadPolicyBook(tx, record.agencyCode)).resolve('file.material-max-bytes', tx.today).value
  })
  const stored = await storePdf(ctx.files, bytes, { fileName: input.fileName, maxBytes, field: 'file' })
  return ctx.command(async (tx) => {
    const { id: applicationId } = await getOpenCase(tx, input.applicationId)
    const { id: accountId } = await getApplicant(tx)
    const place = { accountId, applicationId, kind: 'material', mediaType: 'application/pdf' } as const
    const { hash, bytes: size } = stored
    const fileId = await insertFile(tx, { ...place, hash, bytes: size, width: null, height: null })
    tx.concerns('application', applicationId, { fileId })
    return { fileId }
  })
}
