import { rateQuestionEndpoint, searchQuestionsEndpoint } from '@xingtan/contract/question'
import type { QuestionContent } from '@xingtan/contract/office/question'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FOREIGN, type World, startWorld } from '../../../test/world.ts'
import type { OfficerActor } from '../../platform/actor.ts'
import { listOwnQuestions } from './list-own-questions.ts'
import { rateQuestion } from './rate-question.ts'
import { createQuestion, saveQuestion } from './save-question.ts'
import { searchQuestions } from './search-questions.ts'
import { codesOf } from '../../../test/refusal-codes.ts'

const NOBODY = { kind: 'nobody' } as const
const CONTENT: QuestionContent = {
  question: '柯城区在哪里交材料？',
  answer: '请到衢州学院行政楼108。',
  category: '现场确认与体检',
  business: 'recognition',
  regionCode: '330802',
  keywords: ['确认点'],
  position: 5,
  isPublished: true,
}

let world: World
let clerk: OfficerActor
beforeAll(async () => {
  world = await startWorld()
  clerk = await world.officer({ roles: ['publicity'] })
})
afterAll(() => world.stop())

async function search(input: Parameters<typeof searchQuestionsEndpoint.input.parse>[0]): Promise<string[]> {
  const { questions } = await searchQuestions(world.as(NOBODY), searchQuestionsEndpoint.input.parse(input))
  return questions.map(({ question }) => question)
}

describe('常见问题 (PUB-6)', () => {
  test('are found in other words of the same meaning, and by whole sentences', async () => {
    expect((await search({ text: '相片传不上去' }))[0]).toBe('照片总是不符合要求，怎么办？')
    expect((await search({ text: '请问换了手机号码收不到校验码怎么办？' }))[0]).toContain('收不到短信验证码')
    expect(await search({ text: '明天下雨' })).toEqual([])
  })

  test('of a county are read by its people alone, those of the nation by all; unpublished ones by nobody', async () => {
    const { questionId } = await createQuestion(world.as(clerk, 'question.create'), CONTENT)
    expect((await search({ regionCode: '330802' }))[0]).toBe(CONTENT.question)
    expect(await search({ regionCode: '330803' })).not.toContain(CONTENT.question)
    expect(await search({})).not.toContain(CONTENT.question)
    expect(await search({ regionCode: '330802', business: 'registration' })).not.toContain(CONTENT.question)
    await saveQuestion(world.as(clerk, 'question.save'), { ...CONTENT, isPublished: false, questionId, revision: 1 })
    expect(await search({ regionCode: '330802' })).not.toContain(CONTENT.question)
  })

  test('hold no office address and nobody’s data (S-040, S-120)', async () => {
    const wrong = {
      ...CONTENT,
      question: '怎样登录 office.localhost',
      answer: '找李老师 13900139000',
      regionCode: '330803',
    }
    expect(await codesOf(createQuestion(world.as(clerk), wrong))).toEqual(['notice.region-outside'])
    const told = { ...wrong, regionCode: '330802' }
    expect(await codesOf(createQuestion(world.as(clerk), told))).toEqual([
      'notice.names-office',
      'notice.personal-data',
    ])
  })

  test('of another agency are out of reach, and of twenty savings at one moment one counts', async () => {
    const { questionId } = await createQuestion(world.as(clerk), CONTENT)
    const foreign = await world.officer({ roles: ['publicity'], agencyCode: FOREIGN })
    const change = { ...CONTENT, regionCode: '330803', questionId, revision: 1 }
    expect(await codesOf(saveQuestion(world.as(foreign), change))).toEqual(['request.not-found'])
    const tries = await Promise.all(
      Array.from({ length: 20 }, () => codesOf(saveQuestion(world.as(clerk), { ...CONTENT, questionId, revision: 1 }))),
    )
    expect(tries.filter((codes) => codes.length === 0)).toHaveLength(1)
    expect(new Set(tries.flat())).toEqual(new Set(['question.changed']))
  })

  test('one device has one voice about each, the last one counts, however often it is given', async () => {
    const { questionId } = await createQuestion(world.as(clerk), CONTENT)
    const rate = (isSolved: boolean) =>
      rateQuestion(world.as(NOBODY), rateQuestionEndpoint.input.parse({ questionId, isSolved }))
    await Promise.all(Array.from({ length: 20 }, () => rate(true)))
    await rate(false)
    const { rows } = await listOwnQuestions(world.as(clerk))
    expect(rows.find((row) => row.questionId === questionId)).toMatchObject({ solved: 0, unsolved: 1 })
    const unknown = rateQuestion(world.as(NOBODY), { questionId: crypto.randomUUID(), isSolved: true })
    expect(await codesOf(unknown)).toEqual(['request.not-found'])
  })
})
