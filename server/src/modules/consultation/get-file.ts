import type { Context } from '../../platform/context.ts'
import type { BinaryReply } from '../../platform/http-bind.ts'
import { problem } from '../../platform/problem.ts'
import { findConsultationFile } from './sql-file.ts'

/** Evidence of an item; the event is stored before the file is sent (S-144). */
export async function getConsultationFile(
  ctx: Context,
  input: { readonly consultationId: string; readonly fileId: string },
): Promise<BinaryReply> {
  const file = await ctx.readBelow((tx) => findConsultationFile(tx, input))
  if (file === undefined) throw problem('request.not-found')
  const { consultationId, fileId } = input
  await ctx.write(async (tx) => tx.concerns('consultation', consultationId, { fileId }, 'read'))
  const { hash, mediaType, place } = file
  const extension = mediaType === 'application/pdf' ? 'pdf' : 'jpg'
  return { bytes: await ctx.files.get(hash), mediaType, fileName: `材料${place}.${extension}` }
}
