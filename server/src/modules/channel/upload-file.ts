import { randomUUID } from 'node:crypto'
import type { Context } from '../../platform/context.ts'
import type { Wire } from '../../platform/http-bind.ts'
import { signedInOfficer } from '../../platform/signed-in-officer.ts'
import { type UploadRule, storeUpload } from '../file/index.ts'
import { insertChannelFile } from './sql-file.ts'

const ATTACHMENT: UploadRule = {
  kinds: ['pdf', 'jpeg', 'png'],
  maxBytes: 5 * 1024 * 1024 - 1,
  codes: { tooLarge: 'channel.file-too-large', kind: 'channel.file-kind', unsafe: 'channel.file-unsafe' },
}

/** Takes an attachment in for a post that is being written; nobody else sees it before the post is sent. */
export async function uploadChannelFile(
  ctx: Context,
  { name }: { readonly name: string },
  wire: Pick<Wire, 'file'>,
): Promise<{ fileId: string; name: string; bytes: number }> {
  const { userId: uploadedBy } = signedInOfficer(ctx)
  const stored = await storeUpload(ctx.files, wire.file, ATTACHMENT)
  return ctx.command(async (tx) => {
    const fileId = randomUUID()
    await insertChannelFile(tx, { id: fileId, uploadedBy, name, ...stored })
    tx.concerns('channel-file', fileId, { hash: stored.hash })
    return { fileId, name, bytes: stored.bytes }
  })
}
