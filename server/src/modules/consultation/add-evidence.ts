import type { ConsultationKey } from '@xingtan/contract/consultation'
import type { Context } from '../../platform/context.ts'
import type { Wire } from '../../platform/http-bind.ts'
import { problem } from '../../platform/problem.ts'
import { type UploadRule, storeUpload } from '../file/index.ts'
import { loadLimits } from './limits.ts'
import { getByKey, takeOpenTry } from './open-item.ts'
import { appendConsultationEvent } from './sql-event.ts'
import { insertConsultationFile } from './sql-file.ts'

const EVIDENCE: UploadRule = {
  kinds: ['pdf', 'jpeg'],
  maxBytes: 5 * 1024 * 1024 - 1,
  codes: {
    tooLarge: 'consultation.file-too-large',
    kind: 'consultation.file-kind',
    unsafe: 'consultation.file-unsafe',
  },
}

/** Takes one more file for an open item, from whoever has its number and query code (PUB-6). */
export async function addConsultationEvidence(
  ctx: Context,
  input: ConsultationKey,
  wire: Pick<Wire, 'file'>,
): Promise<{ place: number; left: number }> {
  await takeOpenTry(ctx, input.number)
  // Nothing is stored for somebody without the code.
  const { state } = await ctx.read((tx) => getByKey(ctx, tx, input))
  if (state === 'answered') throw problem('consultation.answered')
  const stored = await storeUpload(ctx.files, wire.file, EVIDENCE)
  return ctx.command(async (tx) => {
    const { id: consultationId, state: now } = await getByKey(ctx, tx, input)
    if (now === 'answered') throw problem('consultation.answered')
    const { evidenceMost: most } = await loadLimits(tx, null)
    const place = await insertConsultationFile(tx, { consultationId, most, ...stored })
    if (place === undefined) throw problem('consultation.evidence-full', { values: { most }, field: 'file' })
    await appendConsultationEvent(tx, { consultationId, kind: 'evidence-added' })
    tx.concerns('consultation', consultationId, { place, hash: stored.hash })
    return { place, left: most - place }
  })
}
