import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { getApplicant } from '../account/index.ts'
import { deleteDraft, lockDraft } from './sql-draft.ts'

/** Gives the draft up; an application that it amends stays as it was handed in (APP-6). */
export async function discardDraft(ctx: Context, input: { readonly draftId: string }): Promise<{ done: true }> {
  return ctx.command(async (tx) => {
    await getApplicant(tx)
    const draft = await lockDraft(tx, input.draftId)
    if (draft === undefined) throw problem('request.not-found')
    await deleteDraft(tx, draft.id)
    tx.concerns('draft', draft.id)
    return { done: true }
  })
}
