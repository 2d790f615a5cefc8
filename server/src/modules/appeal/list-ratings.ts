import type { OutputOf } from '@xingtan/contract/endpoint'
import type { listRatingsEndpoint } from '@xingtan/contract/office/appeal'
import type { Context } from '../../platform/context.ts'
import { listRatingCounts, listRatingWords } from './sql-office.ts'

/** 评价 of one's own agency: figures of twelve months and the latest words, without names. */
export async function listRatings(ctx: Context): Promise<OutputOf<typeof listRatingsEndpoint>> {
  return ctx.read(async (tx) => {
    const months = new Map<string, number[]>()
    for (const { month, score, count } of await listRatingCounts(tx)) {
      const counts = months.get(month) ?? [0, 0, 0, 0, 0]
      months.set(month, counts.with(score - 1, count))
    }
    const words = await listRatingWords(tx)
    return {
      months: [...months].map(([month, counts]) => ({ month, counts })),
      words: words.map((one) => ({ ...one, ratedAt: one.ratedAt.toISOString() })),
    }
  })
}
