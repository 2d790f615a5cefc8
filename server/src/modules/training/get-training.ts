import { z } from 'zod'
import type { InputOf, OutputOf } from '@xingtan/contract/endpoint'
import type { getTrainingEndpoint } from '@xingtan/contract/office/training'
import type { Context } from '../../platform/context.ts'
import { readMark, writeMark } from '../../platform/page-mark.ts'
import { problem } from '../../platform/problem.ts'
import { officerOf } from '../agency/index.ts'
import { makeFileLink } from '../file/index.ts'
import { findSession } from './sql.ts'
import { listAttendants } from './sql-people.ts'
import { toSession } from './to-session.ts'

const PAGE = 100
const Mark = z.strictObject({ agencyCode: z.string().regex(/^\d{5}$/), personId: z.uuid() })

/** One training and who of the own tree attended, a hundred a page. */
export async function getTraining(
  ctx: Context,
  input: InputOf<typeof getTrainingEndpoint>,
): Promise<OutputOf<typeof getTrainingEndpoint>> {
  const officer = officerOf(ctx)
  return ctx.readBelow(async (tx) => {
    const session = await findSession(tx, input.sessionId)
    if (session === undefined) throw problem('request.not-found')
    const { sessionId, materialFileId } = session
    const isOwn = session.agencyCode === officer.agencyCode
    const asked = { sessionId, topCode: officer.agencyCode, show: input.show ?? 'all' }
    const listed = await listAttendants(tx, { ...asked, after: readMark(Mark, input.after), limit: PAGE + 1 })
    const people = listed.slice(0, PAGE)
    const last = people.at(-1)
    const hasMore = listed.length > PAGE && last !== undefined
    return {
      session: toSession(session, officer),
      // Agencies that were only asked to attend cannot reach the holder's files.
      materialUrl:
        materialFileId === null || !isOwn ? null : makeFileLink(ctx.crypto, ctx.actor, materialFileId, tx.now),
      people,
      after: hasMore ? writeMark({ agencyCode: last.agencyCode, personId: last.personId }) : null,
    }
  })
}
