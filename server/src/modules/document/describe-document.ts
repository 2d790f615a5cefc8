import type { DocumentState } from '@xingtan/contract/application'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { makeFileLink } from '../file/index.ts'
import { type DocumentKind, findDocument } from './sql.ts'

/** Whether a PDF in scope is made, and the link for this caller alone once it is (S-047). */
export async function describeDocument(ctx: Context, documentId: string, kind: DocumentKind): Promise<DocumentState> {
  return ctx.read(async (tx) => {
    const document = await findDocument(tx, documentId, kind)
    if (document === undefined) throw problem('request.not-found')
    const { state, fileId } = document
    const url = state === 'ready' && fileId !== null ? makeFileLink(ctx.crypto, ctx.actor, fileId, tx.now) : null
    return { documentId, state, url }
  })
}
