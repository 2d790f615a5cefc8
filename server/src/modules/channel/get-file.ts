import type { Context } from '../../platform/context.ts'
import type { BinaryReply } from '../../platform/http-bind.ts'
import { problem } from '../../platform/problem.ts'
import { findChannelFile } from './sql-file.ts'

/** An attachment, on the office's face alone; the event is stored before it is sent. */
export async function getChannelFile(
  ctx: Context,
  input: { readonly postId: string; readonly fileId: string },
): Promise<BinaryReply> {
  const file = await ctx.read((tx) => findChannelFile(tx, input))
  if (file === undefined) throw problem('request.not-found')
  await ctx.write(async (tx) => tx.concerns('channel-post', input.postId, { fileId: input.fileId }, 'read'))
  return { bytes: await ctx.files.get(file.hash), mediaType: file.mediaType, fileName: file.name }
}
