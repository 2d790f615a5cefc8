import type { OutputOf } from '@xingtan/contract/endpoint'
import type { listOwnConsultationsEndpoint } from '@xingtan/contract/consultation'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { queryCodeOf } from './query-code.ts'
import { listOwnConsultations } from './sql-submit.ts'

/** 我的咨询 of the signed-in account; each with the code that opens it. */
export async function listOwnConsultationItems(ctx: Context): Promise<OutputOf<typeof listOwnConsultationsEndpoint>> {
  const { actor } = ctx
  if (actor.kind !== 'applicant') throw problem('request.sign-in-needed')
  const items = await ctx.read((tx) => listOwnConsultations(tx, actor.accountId))
  return {
    items: items.map(({ id, number, kind, title, state, agencyName, submittedAt }) => ({
      number,
      queryCode: queryCodeOf(ctx.crypto, id),
      kind,
      title,
      state,
      agencyName,
      submittedAt: submittedAt.toISOString(),
    })),
  }
}
