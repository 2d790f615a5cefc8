import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { upsertVote } from './sql.ts'

/** 「解决了吗」: one voice a device and question, the last one counts; nothing of the person is kept (PUB-6). */
export async function rateQuestion(
  ctx: Context,
  { questionId, isSolved }: { readonly questionId: string; readonly isSolved: boolean },
): Promise<{ done: true }> {
  const { deviceHash } = ctx.request
  const isCounted = await ctx.write((tx) => upsertVote(tx, { questionId, deviceHash, isSolved }))
  if (!isCounted) throw problem('request.not-found')
  return { done: true }
}
