import { randomUUID } from 'node:crypto'
import type { InputOf, OutputOf } from '@xingtan/contract/endpoint'
import type { ContentFinding } from '@xingtan/contract/office/content-check'
import type { QuestionContent, createQuestionEndpoint, saveQuestionEndpoint } from '@xingtan/contract/office/question'
import type { OfficerActor } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { problem, throwIfRefused } from '../../platform/problem.ts'
import { signedInOfficer } from '../../platform/signed-in-officer.ts'
import { isRegionOf } from '../agency/index.ts'
import { checkTexts, throwIfBlocked } from '../content-check/index.ts'
import { insertQuestion, isOwnQuestion, updateQuestion } from './sql-own.ts'

interface Wish {
  readonly officer: OfficerActor
  readonly content: QuestionContent
}

/** What the check says; stops on what the public must not read, or a region that is not the agency's (S-040, S-120). */
async function judge(ctx: Context, tx: Tx, { officer, content }: Wish): Promise<ContentFinding[]> {
  const isOwn = await isRegionOf(tx, officer.agencyCode, content.regionCode)
  throwIfRefused(isOwn ? [] : [{ code: 'notice.region-outside', field: 'regionCode' }])
  const texts = [
    { place: '问题', text: content.question },
    { place: '答案', text: `${content.answer}\n${content.keywords.join('\n')}` },
  ]
  const findings = await checkTexts(ctx, tx, { officer, texts })
  throwIfBlocked(findings, false)
  return findings
}

/** A new question of the own agency. */
export async function createQuestion(
  ctx: Context,
  content: QuestionContent,
): Promise<OutputOf<typeof createQuestionEndpoint>> {
  const officer = signedInOfficer(ctx)
  const { agencyCode, userId } = officer
  return ctx.command(async (tx) => {
    const findings = await judge(ctx, tx, { officer, content })
    const questionId = randomUUID()
    await insertQuestion(tx, { ...content, questionId, agencyCode, userId })
    tx.concerns('question', questionId, { published: content.isPublished })
    return { questionId, findings }
  })
}

/** Changes, publishes or takes down a question of the own agency. */
export async function saveQuestion(
  ctx: Context,
  { questionId, revision, ...content }: InputOf<typeof saveQuestionEndpoint>,
): Promise<OutputOf<typeof saveQuestionEndpoint>> {
  const officer = signedInOfficer(ctx)
  const { agencyCode, userId } = officer
  return ctx.command(async (tx) => {
    if (!(await isOwnQuestion(tx, questionId))) throw problem('request.not-found')
    const findings = await judge(ctx, tx, { officer, content })
    if (!(await updateQuestion(tx, { ...content, questionId, agencyCode, userId, revision }))) {
      throw problem('question.changed')
    }
    tx.concerns('question', questionId, { published: content.isPublished, revision: revision + 1 })
    return { findings }
  })
}
