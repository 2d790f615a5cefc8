import type { OutputOf } from '@xingtan/contract/endpoint'
import type { getOfficeDocumentEndpoint } from '@xingtan/contract/office/case'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { makeFileLink } from '../file/index.ts'
import { findDocument } from './sql-document.ts'

/** State of a receipt in scope, with a link for this officer alone once it is made. */
export async function getOfficeDocument(
  ctx: Context,
  input: { readonly documentId: string },
): Promise<OutputOf<typeof getOfficeDocumentEndpoint>> {
  return ctx.read(async (tx) => {
    const document = await findDocument(tx, input.documentId)
    if (document === undefined) throw problem('request.not-found')
    const url = document.fileId === null ? null : makeFileLink(ctx.crypto, ctx.actor, document.fileId, tx.now)
    return { documentId: document.id, state: document.state, url }
  })
}
