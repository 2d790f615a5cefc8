import type { Draft } from '@xingtan/contract/application'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { problem } from '../../platform/problem.ts'
import { findAccount } from '../account/index.ts'
import { findCase } from '../case/index.ts'
import { makeFileLink } from '../file/index.ts'
import { applicantIdOf } from './applicant-id.ts'
import { type DraftCase, loadDraftCase } from './draft-case.ts'
import { findDraft } from './sql-draft.ts'
import { listStepDefects } from './step-defect.ts'

/** The draft as it stands, with everything that is still missing and the window of the chosen agency. */
export async function getDraft(ctx: Context, input: { readonly draftId: string }): Promise<Draft> {
  const accountId = applicantIdOf(ctx.actor)
  return ctx.read(async (tx) => {
    const draft = await findDraft(tx, input.draftId)
    const applicant = await findAccount(tx, accountId)
    if (draft === undefined || applicant === undefined) throw problem('request.not-found')
    const draftCase = await loadDraftCase(tx, draft, applicant)
    const { photoId, signatureId } = draft.steps.details
    const linkTo = (fileId: string | null) =>
      fileId === null ? null : makeFileLink(ctx.crypto, ctx.actor, fileId, tx.now)
    return {
      draftId: draft.id,
      version: draft.version,
      savedAt: draft.savedAt.toISOString(),
      steps: draft.steps,
      defects: listStepDefects(draftCase, tx.today),
      photoUrl: linkTo(photoId),
      signatureUrl: linkTo(signatureId),
      amendsRegistrationNumber: await findAmendedNumber(tx, draft.amendsApplicationId),
      window: toWindow(draftCase),
    }
  })
}

async function findAmendedNumber(tx: Tx, applicationId: string | null): Promise<string | null> {
  if (applicationId === null) return null
  return (await findCase(tx, applicationId))?.registrationNumber ?? null
}

function toWindow({ opening }: DraftCase): Draft['window'] {
  if (opening === null) return null
  return {
    open: opening.open,
    opensAt: opening.opensAt?.toISOString() ?? null,
    closesAt: opening.closesAt?.toISOString() ?? null,
    sentence: opening.sentence,
  }
}
