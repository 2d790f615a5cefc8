import type { CaseView } from '@xingtan/contract/office/case'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { getOfficer } from '../case/index.ts'
import { noteCaseLook } from '../vetting/index.ts'
import { describeCase } from './describe-case.ts'

/** One case of one's own agency on one screen; the reading is an event in the same transaction (S-144). */
export async function getCase(ctx: Context, input: { readonly applicationId: string }): Promise<CaseView> {
  const officer = getOfficer(ctx)
  return ctx.write(async (tx) => {
    const view = await describeCase(ctx, tx, { ...input, officer, isAbove: false })
    if (view === undefined) throw problem('request.not-found')
    const { applicationId } = input
    const hasAnswers = view.vetting.some(({ answeredAt }) => answeredAt !== null)
    const sawResults = await noteCaseLook(tx, officer, { applicationId, hasAnswers })
    tx.concerns('application', applicationId, sawResults ? { sawResults } : {}, 'read')
    return view
  })
}
