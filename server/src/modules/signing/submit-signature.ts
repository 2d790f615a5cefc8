import type { Refusal } from '@xingtan/contract/problem'
import type { Context, WorkTx } from '../../platform/context.ts'
import { StorageFull } from '../../platform/file-store.ts'
import type { Wire } from '../../platform/http-bind.ts'
import { type SignatureRefusal, normaliseSignature } from '../../platform/image-signature.ts'
import { problem, throwIfRefused } from '../../platform/problem.ts'
import { insertFile } from '../file/index.ts'
import { findOwnerBySecret, markSigned } from './sql.ts'

function toRefusal(reason: SignatureRefusal): Refusal {
  const field = 'signature'
  return { code: reason === 'too-wide' ? 'signing.too-large' : `signing.${reason}`, field }
}

/** The phone hands in the signature under the secret of its device; the draft does not hold it before its owner accepts. */
export async function submitSignature(
  ctx: Context,
  input: { readonly deviceKey: string },
  wire: Wire,
): Promise<{ done: true }> {
  const { file } = wire
  if (file === undefined) throw problem('file.missing')
  const secretHash = ctx.crypto.hashToken(input.deviceKey)
  // A stranger without the secret costs no picture work.
  const known = await ctx.read((tx) => findOwnerBySecret(tx, secretHash))
  if (known === undefined) throw problem('signing.over')
  const signature = await normaliseSignature(file)
  if (signature.kind === 'refused') {
    throwIfRefused(signature.reasons.map(toRefusal))
    throw new Error('a signature was refused without a reason')
  }
  const { hash } = await ctx.files.put(signature.bytes).catch((error: unknown) => {
    throw error instanceof StorageFull ? problem('file.storage-full') : error
  })
  const { bytes, width, height } = signature
  await ctx.write((tx) => record(ctx, tx, { secretHash, hash, bytes: bytes.length, width, height }))
  return { done: true }
}

interface Stored {
  readonly secretHash: Buffer
  readonly hash: string
  readonly bytes: number
  readonly width: number
  readonly height: number
}

async function record(ctx: Context, tx: WorkTx, { secretHash, ...stored }: Stored): Promise<void> {
  const owner = await findOwnerBySecret(tx, secretHash)
  if (owner === undefined) throw problem('signing.over')
  await tx.enter({ personId: owner.accountId })
  const fileId = await insertFile(tx, {
    accountId: owner.accountId,
    applicationId: null,
    kind: 'signature',
    mediaType: 'image/png',
    ...stored,
  })
  const signed = await markSigned(tx, { id: owner.signingId, deviceHash: ctx.request.deviceHash, fileId })
  if (signed === 0) throw problem('signing.over')
  tx.concerns('signing', owner.signingId, { fileId })
}
