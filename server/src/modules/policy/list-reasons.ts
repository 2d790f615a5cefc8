import type { OutputOf } from '@xingtan/contract/endpoint'
import type { listReasonsEndpoint } from '@xingtan/contract/office/case'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { loadPolicyBook } from './policy-book.ts'

/** The reason catalogue in force for the officer's agency; returning a case takes the reasons of the desk. */
export async function listReasons(
  ctx: Context,
  input: { readonly stage: 'confirm' | 'conclude' | 'return' },
): Promise<OutputOf<typeof listReasonsEndpoint>> {
  const { actor } = ctx
  if (actor.kind !== 'officer') throw problem('request.sign-in-needed')
  const stage = input.stage === 'conclude' ? 'conclude' : 'confirm'
  return ctx.read(async (tx) => {
    const book = await loadPolicyBook(tx, actor.agencyCode)
    const reasons = book.resolve('refusal.reasons', tx.today).value
    return {
      reasons: reasons
        .filter((reason) => reason.stages.includes(stage))
        .map(({ code, sentence, basis }) => ({ code, title: sentence, basis })),
    }
  })
}
