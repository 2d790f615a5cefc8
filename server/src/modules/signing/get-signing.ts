import type { Signing } from '@xingtan/contract/signing'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { makeFileLink } from '../file/index.ts'
import { signingStateOf, toSigning } from './signing-state.ts'
import { findSigning } from './sql.ts'

/** What the desktop asks again and again while the phone signs: state, which device, and the signature to look at. */
export async function getSigning(ctx: Context, input: { readonly signingId: string }): Promise<Signing> {
  return ctx.read(async (tx) => {
    const row = await findSigning(tx, input.signingId)
    if (row === undefined) throw problem('request.not-found')
    const isVisible = ['signed', 'accepted'].includes(signingStateOf(row, tx.now))
    const previewUrl = isVisible && row.fileId !== null ? makeFileLink(ctx.crypto, ctx.actor, row.fileId, tx.now) : null
    return toSigning(row, tx.now, previewUrl)
  })
}
