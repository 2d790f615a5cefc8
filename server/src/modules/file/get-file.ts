import type { BinaryReply } from '../../platform/http-bind.ts'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { readFileLink } from './link.ts'
import { findFile } from './sql.ts'

const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'application/pdf': 'pdf',
  'application/json': 'json',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
}

/** Content of a file by the link its owner was given; the row must be in the caller's scope or below it as well. */
export async function getFile(ctx: Context, input: { readonly link: string }): Promise<BinaryReply> {
  const file = await ctx.readBelow(async (tx) => {
    const fileId = readFileLink(ctx.crypto, ctx.actor, input.link, tx.now)
    return fileId === undefined ? undefined : findFile(tx, fileId)
  })
  if (file === undefined) throw problem('request.not-found')
  const bytes = await ctx.files.get(file.hash)
  return { bytes, mediaType: file.mediaType, fileName: `${file.kind}.${EXTENSIONS[file.mediaType] ?? 'bin'}` }
}
