import type { acceptSigningEndpoint } from '@xingtan/contract/signing'
import type { OutputOf } from '@xingtan/contract/endpoint'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { getApplicant } from '../account/index.ts'
import { lockDraft, updateDraftSteps } from '../application/index.ts'
import { signingStateOf } from './signing-state.ts'
import { findSigning, lockSigning, markAccepted } from './sql.ts'

/** The owner has seen signature and device and takes it: only now does the draft hold the signature (S-080). */
export async function acceptSigning(
  ctx: Context,
  input: { readonly signingId: string },
): Promise<OutputOf<typeof acceptSigningEndpoint>> {
  return ctx.command(async (tx) => {
    await getApplicant(tx)
    const draftId = (await findSigning(tx, input.signingId))?.draftId
    // Draft before signing, as offering locks them.
    const draft = draftId === undefined ? undefined : await lockDraft(tx, draftId)
    const signing = await lockSigning(tx, input.signingId)
    if (draft === undefined || signing === undefined) throw problem('request.not-found')
    const state = signingStateOf(signing, tx.now)
    if (state === 'rejected' || state === 'expired') throw problem('signing.over')
    if (signing.fileId === null) throw problem('signing.not-signed')
    await markAccepted(tx, signing.id)
    const details = { ...draft.steps.details, signatureId: signing.fileId }
    const steps = { ...draft.steps, details }
    const draftVersion = await updateDraftSteps(tx, { id: draft.id, version: draft.version, steps })
    if (draftVersion === undefined) throw new Error('a locked draft was changed')
    tx.concerns('signing', signing.id, { draftId: draft.id, fileId: signing.fileId })
    return { fileId: signing.fileId, draftVersion }
  })
}
