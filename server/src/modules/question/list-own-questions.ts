import type { OutputOf } from '@xingtan/contract/endpoint'
import type { OwnQuestion, listOwnQuestionsEndpoint } from '@xingtan/contract/office/question'
import type { Context } from '../../platform/context.ts'
import { signedInOfficer } from '../../platform/signed-in-officer.ts'
import { type StoredQuestion, listOwn } from './sql-own.ts'

function toOwn(row: StoredQuestion): OwnQuestion {
  const { questionId, regionName, revision, changedBy, changedAt, solved, unsolved, ...content } = row
  return { questionId, content, regionName, revision, changedBy, changedAt: changedAt.toISOString(), solved, unsolved }
}

/** Questions of the own agency with what readers say of them. */
export async function listOwnQuestions(ctx: Context): Promise<OutputOf<typeof listOwnQuestionsEndpoint>> {
  const { agencyCode } = signedInOfficer(ctx)
  const rows = await ctx.read((tx) => listOwn(tx, agencyCode))
  return { rows: rows.map(toOwn) }
}
