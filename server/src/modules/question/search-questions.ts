import type { InputOf, OutputOf } from '@xingtan/contract/endpoint'
import { Business } from '@xingtan/contract/notice'
import type { Question, searchQuestionsEndpoint } from '@xingtan/contract/question'
import { rankQuestions } from '@xingtan/domain/question-search'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { listMeantRegions } from '../agency/index.ts'
import { type PublicQuestion, listPublished, listSearchWords } from './sql.ts'

/** Nobody reads more; an office that writes more has written too much. */
const QUESTIONS_MAX = 500
const FOUND_MAX = 20

function toQuestion({ questionId, category, question, answer }: PublicQuestion): Question {
  return { questionId, category, question, answer }
}

/** The first questions for a place, or those of nation and provinces where none is known. */
export async function listQuestionsFor(tx: Tx, regionCode: string | undefined, limit: number): Promise<Question[]> {
  const regions = regionCode === undefined ? null : await listMeantRegions(tx, regionCode)
  return (await listPublished(tx, { regions, business: undefined, limit })).map(toQuestion)
}

/** 常见问题 for a place and business; with a text those that fit, best first (PUB-6). */
export async function searchQuestions(
  ctx: Context,
  input: InputOf<typeof searchQuestionsEndpoint>,
): Promise<OutputOf<typeof searchQuestionsEndpoint>> {
  const { regionCode, text = '' } = input
  const business = Business.exclude(['all']).safeParse(input.business).data
  return ctx.read(async (tx) => {
    const regions = regionCode === undefined ? null : await listMeantRegions(tx, regionCode)
    const rows = await listPublished(tx, { regions, business, limit: QUESTIONS_MAX })
    if (text === '') return { questions: rows.map(toQuestion) }
    const found = rankQuestions(text, rows, await listSearchWords(tx))
    return { questions: found.slice(0, FOUND_MAX).map(toQuestion) }
  })
}
