import type { DocumentState } from '@xingtan/contract/application'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { makeFileLink } from '../file/index.ts'
import { findDocument } from './sql-document.ts'

/** Whether a PDF is made, and the link for its owner alone once it is (S-047). */
export async function getDocument(ctx: Context, input: { readonly documentId: string }): Promise<DocumentState> {
  return ctx.read(async (tx) => {
    const document = await findDocument(tx, input.documentId)
    if (document === undefined) throw problem('request.not-found')
    const { id: documentId, state, fileId } = document
    const url = state === 'ready' && fileId !== null ? makeFileLink(ctx.crypto, ctx.actor, fileId, tx.now) : null
    return { documentId, state, url }
  })
}
