import type { DraftSteps } from '@xingtan/contract/application'
import { canDo } from '@xingtan/domain/application'
import { personKindsOf } from '@xingtan/domain/plan-phase'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { getApplicant } from '../account/index.ts'
import { lockCase, stateOf } from '../case/index.ts'
import { mayAmendNow } from '../material/index.ts'
import { getOpenState } from '../plan/index.ts'
import { findDraftOf, insertDraft } from './sql-draft.ts'

/** What was handed in, to be changed: the promise covers the whole of it, so it is confirmed and signed anew (S-081). */
function toAmend(steps: DraftSteps): DraftSteps {
  return {
    ...steps,
    details: { ...steps.details, signatureId: null },
    review: { confirmed: false },
    promise: { agreed: null },
  }
}

/** 修改: lays the application into the draft again, in 网报待确认 and inside the 网报 window (APP-10, domain §9.1). */
export async function amendApplication(
  ctx: Context,
  input: { readonly applicationId: string },
): Promise<{ draftId: string }> {
  return ctx.command(async (tx) => {
    const { id: accountId } = await getApplicant(tx)
    // Draft before application, as a submission locks them.
    const draft = await findDraftOf(tx, accountId)
    const application = await lockCase(tx, input.applicationId)
    if (application === undefined) throw problem('request.not-found')
    if (!canDo(stateOf(application), ['applicant'], 'amend')) {
      throw problem('application.not-amendable')
    }
    const { isStudent, route } = application.snapshot.steps.identity
    const applicant = { route, personKinds: personKindsOf({ isStudent, enrolment: null, education: null }) }
    const opening = await getOpenState(tx, { agencyCode: application.agencyCode, kind: 'network', applicant })
    if (!(await mayAmendNow(tx, application, opening))) {
      throw problem('application.window-closed', { values: { sentence: opening.sentence } })
    }
    if (draft !== undefined && draft.amendsApplicationId !== application.id) {
      throw problem('application.amending-another')
    }
    const draftId =
      draft?.id ??
      (await insertDraft(tx, {
        accountId,
        steps: toAmend(application.snapshot.steps),
        amendsApplicationId: application.id,
      }))
    if (draftId === undefined) throw problem('application.amending-another')
    tx.concerns('application', application.id, { draftId })
    return { draftId }
  })
}
