import { randomUUID } from 'node:crypto'
import type { PostToChannel } from '@xingtan/contract/office/channel'
import { refusePost } from '@xingtan/domain/channel'
import type { Context } from '../../platform/context.ts'
import { problem, throwIfRefused } from '../../platform/problem.ts'
import { signedInOfficer } from '../../platform/signed-in-officer.ts'
import { attachFiles } from './sql-file.ts'
import { findPost, insertPost, listTargets } from './sql-post.ts'

/** Sends a notice, manual or letter down the tree, to the superior, or back to whoever wrote (ADM-7). */
export async function postToChannel(ctx: Context, input: PostToChannel): Promise<{ postId: string }> {
  const { userId: authorId, agencyCode, roles: held } = signedInOfficer(ctx)
  return ctx.command(async (tx) => {
    const targets = await listTargets(tx)
    const answered = input.answersId === null ? undefined : await findPost(tx, input.answersId, held)
    if (input.answersId !== null && answered === undefined) throw problem('request.not-found')
    throwIfRefused(
      refusePost(input, {
        today: tx.today,
        reachable: new Set(targets.map((target) => target.agencyCode)),
        hasBelow: targets.some(({ isAbove }) => !isAbove),
        answeredAgencyCode: answered?.agencyCode ?? null,
      }),
    )
    const postId = randomUUID()
    const { fileIds, ...post } = input
    await insertPost(tx, { ...post, id: postId, agencyCode, authorId })
    if ((await attachFiles(tx, postId, fileIds)) !== new Set(fileIds).size) {
      throw problem('channel.file-unknown', { field: 'fileIds' })
    }
    tx.concerns('channel-post', postId, { kind: input.kind, audience: input.audience, to: input.toAgencyCode })
    return { postId }
  })
}
