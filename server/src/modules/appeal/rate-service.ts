import type { InputOf } from '@xingtan/contract/endpoint'
import type { rateServiceEndpoint } from '@xingtan/contract/appeal'
import type { Context } from '../../platform/context.ts'
import { violatedConstraint } from '../../platform/database-error.ts'
import { problem } from '../../platform/problem.ts'
import { findCase } from '../case/index.ts'
import { insertRating } from './sql.ts'

/** 好差评: one rating for a case, after its conclusion. 《关于建立政务服务“好差评”制度提高政务服务水平的意见》. */
export async function rateService(ctx: Context, input: InputOf<typeof rateServiceEndpoint>): Promise<{ done: true }> {
  return ctx.command(async (tx) => {
    const record = await findCase(tx, input.applicationId)
    if (record === undefined) throw problem('request.not-found')
    if (record.conclusion === null) throw problem('appeal.not-concluded')
    const { id: applicationId, accountId, agencyCode } = record
    const words = input.words === '' ? null : input.words
    try {
      await insertRating(tx, { applicationId, accountId, agencyCode, score: input.score, words })
    } catch (error) {
      if (violatedConstraint(error) === 'case_ratings_pkey') throw problem('appeal.rated')
      throw error
    }
    tx.concerns('application', applicationId, { score: input.score })
    return { done: true }
  })
}
