import { canDo } from '@xingtan/domain/application'
import { EMPTY_STEPS } from '@xingtan/contract/empty-steps'
import { refuseBarred } from '@xingtan/domain/application-submit'
import type { Context, WorkTx } from '../../platform/context.ts'
import { throwIfRefused } from '../../platform/problem.ts'
import { type Applicant, getApplicant, throwUnlessReady } from '../account/index.ts'
import { lockCase, stateOf } from '../case/index.ts'
import { checkRestriction } from '../restriction/index.ts'
import { type DraftRow, deleteDraft, findDraftOf, insertDraft } from './sql-draft.ts'

type Opened =
  | { readonly kind: 'opened'; readonly draftId: string }
  | { readonly kind: 'barred'; readonly until: string | null }

/** Opens the person's draft, or the one that is there already: one draft a person, kept on the server (APP-8). */
export async function openDraft(ctx: Context): Promise<{ draftId: string }> {
  const opened = await ctx.command((tx) => open(tx))
  // Refused only after the look into the 限制库 is on record.
  if (opened.kind === 'barred') throwIfRefused(refuseBarred(opened.until))
  if (opened.kind !== 'opened') throw new Error('a bar refused nobody')
  return { draftId: opened.draftId }
}

async function open(tx: WorkTx): Promise<Opened> {
  const applicant = await getApplicant(tx)
  throwUnlessReady(applicant)
  const existing = await findUsableDraft(tx, applicant)
  if (existing !== undefined) return { kind: 'opened', draftId: existing.id }
  const { id: accountId, personIndex } = applicant
  const check = await checkRestriction(tx, { accountId, personIndex, applicationId: null, moment: 'start' })
  if (check.outcome === 'barred') {
    tx.concerns('account', accountId, { restrictionCheckId: check.checkId }, 'refused')
    return { kind: 'barred', until: check.endsOn }
  }
  const inserted = await insertDraft(tx, { accountId, steps: EMPTY_STEPS, amendsApplicationId: null })
  const draftId = inserted ?? (await findDraftOf(tx, accountId))?.id
  if (draftId === undefined) throw new Error('a draft was neither there nor opened')
  tx.concerns('draft', draftId)
  return { kind: 'opened', draftId }
}

/** A draft of an application that can no longer be amended leads nowhere and makes way. */
async function findUsableDraft(tx: WorkTx, applicant: Applicant): Promise<DraftRow | undefined> {
  const draft = await findDraftOf(tx, applicant.id)
  if (draft === undefined || draft.amendsApplicationId === null) return draft
  const application = await lockCase(tx, draft.amendsApplicationId)
  if (application !== undefined && canDo(stateOf(application), ['applicant'], 'amend')) return draft
  await deleteDraft(tx, draft.id)
  return undefined
}
