import type { OutputOf } from '@xingtan/contract/endpoint'
import type { getOfficeDocumentEndpoint } from '@xingtan/contract/office/case'
import type { Context } from '../../platform/context.ts'
import { describeDocument } from '../document/index.ts'

/** State of a 受理凭证 in scope, with a link for this officer alone once it is made. */
export async function getOfficeDocument(
  ctx: Context,
  input: { readonly documentId: string },
): Promise<OutputOf<typeof getOfficeDocumentEndpoint>> {
  return describeDocument(ctx, input.documentId, 'acceptance-receipt')
}
