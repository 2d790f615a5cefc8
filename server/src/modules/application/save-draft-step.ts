import type { DraftSteps, saveDraftStepEndpoint } from '@xingtan/contract/application'
import type { OutputOf } from '@xingtan/contract/endpoint'
import type { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { getApplicant } from '../account/index.ts'
import { getDraft } from './get-draft.ts'
import { findDraft, lockDraft, updateDraftSteps } from './sql-draft.ts'

type Input = z.output<(typeof saveDraftStepEndpoint)['input']>

function withChange(steps: DraftSteps, change: Input['change']): DraftSteps {
  return { ...steps, [change.step]: change.value }
}

/**
 * Saves one step as it stands, complete or not. A save over a version somebody else has written since is refused and
 * names the newer one, so that nothing is silently lost; what a changed choice makes wrong shows as defects.
 */
export async function saveDraftStep(
  ctx: Context,
  { draftId, version, change }: Input,
): Promise<OutputOf<typeof saveDraftStepEndpoint>> {
  const saved = await ctx.command(async (tx) => {
    await getApplicant(tx)
    const draft = await lockDraft(tx, draftId)
    if (draft === undefined) throw problem('request.not-found')
    if (draft.version !== version) {
      throw problem('application.draft-conflict', { field: 'version', values: { version: draft.version } })
    }
    const next = await updateDraftSteps(tx, { id: draft.id, version, steps: withChange(draft.steps, change) })
    if (next === undefined) throw new Error('a locked draft was changed')
    tx.concerns('draft', draftId, { step: change.step, version: next })
    return { version: next, savedAt: tx.now.toISOString() }
  })
  const still = await ctx.read((tx) => findDraft(tx, draftId))
  // A repeated save may come after the draft was handed in: then nothing is missing any more.
  const defects = still === undefined ? [] : (await getDraft(ctx, { draftId })).defects
  return { ...saved, defects }
}
