import type { DocumentState } from '@xingtan/contract/application'
import type { Context } from '../../platform/context.ts'
import { describeDocument } from '../document/index.ts'

/** Whether the 申请表 is made, and the link for its owner alone once it is (S-047). */
export async function getDocument(ctx: Context, input: { readonly documentId: string }): Promise<DocumentState> {
  return describeDocument(ctx, input.documentId, 'application-form')
}
