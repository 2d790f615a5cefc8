import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answerReviewRequest } from '../../src/modules/appeal/answer-review-request.ts'
import { getRemedies } from '../../src/modules/appeal/get-remedies.ts'
import { getReviewRequest } from '../../src/modules/appeal/get-review-request.ts'
import { listRatings } from '../../src/modules/appeal/list-ratings.ts'
import { listReviewRequests } from '../../src/modules/appeal/list-review-requests.ts'
import { orderOwnLetter } from '../../src/modules/appeal/order-own-letter.ts'
import { rateService } from '../../src/modules/appeal/rate-service.ts'
import { requestReview } from '../../src/modules/appeal/request-review.ts'
import { uploadReviewFile } from '../../src/modules/appeal/upload-review-file.ts'
import { answerCorrection } from '../../src/modules/decision/answer-correction.ts'
import { getCase } from '../../src/modules/decision/get-case.ts'
import { listOpenCorrections } from '../../src/modules/decision/list-open-corrections.ts'
import { proposeCorrection } from '../../src/modules/decision/propose-correction.ts'
import { refuseCase } from '../../src/modules/decision/refuse-case.ts'
import type { OfficerActor } from '../../src/platform/actor.ts'
import { type ArrangedCase, arrangeCase } from '../arrange-case.ts'
import { aPdf, ownerOf, wireWith } from '../online.ts'
import { FOREIGN, type World, startWorld } from '../world.ts'
import { codeOf } from '../refusal-codes.ts'

let world: World
let reviewer: OfficerActor
let approver: OfficerActor
let third: OfficerActor
beforeAll(async () => {
  world = await startWorld()
  reviewer = await world.officer({ roles: ['review'] })
  approver = await world.officer({ roles: ['approve'] })
  third = await world.officer({ roles: ['review', 'approve'] })
})
afterAll(() => world.stop())

async function versionOf({ id }: Pick<ArrangedCase, 'id'>): Promise<{ applicationId: string; version: number }> {
  const [row] = await world.rows('select version from applications where id = $1', [id])
  return { applicationId: id, version: Number(row?.['version']) }
}

async function refused(): Promise<ArrangedCase> {
  const item = await arrangeCase(world, { step: 'reviewed', reviewerPersonId: reviewer.personId })
  const reasons = [{ code: 'false-material', note: '学历证书存疑' }]
  await refuseCase(world.as(approver), { applicationId: item.id, version: item.version, reasons })
  return item
}

const WORDS = '学历证书可以在学信网查到，请重新核对。'
const ask = (item: ArrangedCase, files: { fileId: string; title: string }[] = []) =>
  requestReview(world.as(ownerOf(item)), { applicationId: item.id, words: WORDS, files })
const upload = (item: ArrangedCase, by = item) =>
  uploadReviewFile(
    world.as(ownerOf(by)),
    { applicationId: item.id, fileName: '学历证书.pdf' },
    wireWith(aPdf(randomUUID())),
  )
const remediesOf = (item: ArrangedCase) => getRemedies(world.as(ownerOf(item)), { applicationId: item.id })

describe('asking for a review after 认定未通过 (APP-15)', () => {
  test('with words and a PDF; the office reads both, the answer is due on a working day that was told', async () => {
    const item = await refused()
    expect((await remediesOf(item)).review).toMatchObject({ canRequest: true, until: '2026-11-11', requests: [] })
    const { fileId } = await upload(item)
    const { requestId, dueOn } = await ask(item, [{ fileId, title: '学历证书' }])
    expect(dueOn).toBe('2026-11-02')
    const { review } = await remediesOf(item)
    expect(review).toMatchObject({
      canRequest: false,
      requests: [{ requestId, words: WORDS, outcome: null, files: [{ title: '学历证书' }] }],
    })
    const { rows } = await listReviewRequests(world.as(third), { state: 'open' })
    expect(rows.find((row) => row.requestId === requestId)).toMatchObject({ applicationId: item.id, dueOn })
    const view = await getReviewRequest(world.as(third), { requestId })
    expect(view).toMatchObject({ words: WORDS, why: null, decision: { reasons: [{ code: 'false-material' }] } })
    expect(view.files[0]?.url).toMatch(/^\/api\/files\//)
    const other = await world.officer({ roles: ['review'], agencyCode: FOREIGN })
    expect(await codeOf(getReviewRequest(world.as(other), { requestId }))).toBe('request.not-found')
    expect((await listReviewRequests(world.as(other), { state: 'open' })).rows).toEqual([])
  })

  test('once for each conclusion, also by twenty at the same moment', async () => {
    const item = await refused()
    const tries = await Promise.allSettled(Array.from({ length: 20 }, () => ask(item)))
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await codeOf(ask(item))).toBe('appeal.once')
    expect(await codeOf(upload(item))).toBe('appeal.once')
    expect(await world.rows('select 1 from review_requests where application_id = $1', [item.id])).toHaveLength(1)
  })

  test('not before a refusal, not by others, not with files of others or twice the same, not too late', async () => {
    const item = await refused()
    const open = await arrangeCase(world, { step: 'reviewed' })
    expect(await codeOf(ask(open))).toBe('appeal.not-refused')
    const stranger = { applicationId: item.id, words: WORDS, files: [] }
    expect(await codeOf(requestReview(world.as(ownerOf(open)), stranger))).toBe('request.not-found')
    expect(await codeOf(upload(item, open))).toBe('request.not-found')
    const other = await refused()
    const { fileId } = await upload(other)
    expect(await codeOf(ask(item, [{ fileId, title: '他人的材料' }]))).toBe('appeal.file-unknown')
    const own = await upload(item)
    const twice = [
      { fileId: own.fileId, title: '一' },
      { fileId: own.fileId, title: '二' },
    ]
    expect(await codeOf(ask(item, twice))).toBe('appeal.file-repeated')
    await world.moveClock('2026-11-12T00:00:00+08:00')
    expect(await codeOf(ask(item))).toBe('appeal.too-late')
    await world.moveClock('2026-11-11T23:59:00+08:00')
    expect(await codeOf(ask(item))).toBe('done')
    await world.moveClock('2026-10-12T10:00:00+08:00')
  })
})

describe('answering it', () => {
  const answerBy = async (officer: OfficerActor, item: ArrangedCase, outcome: 'upheld' | 'reopened') => {
    const [row] = await world.rows('select id from review_requests where application_id = $1', [item.id])
    const { version } = await versionOf(item)
    const requestId = String(row?.['id'])
    return answerReviewRequest(world.as(officer), {
      requestId,
      version,
      outcome,
      answer: '已与学信网重新核对学历信息。',
    })
  }
  const lettersTo = async (item: ArrangedCase, template: string) => {
    const found = await world.rows(
      `select body from messages where application_id = $1 and template = $2 and channel = 'site'`,
      [item.id, template],
    )
    return found.map(({ body }) => String(body))
  }

  test('by nobody who reviewed or decided; upheld, the applicant reads why and what is left', async () => {
    const item = await refused()
    await ask(item)
    expect(await codeOf(answerBy(reviewer, item, 'upheld'))).toBe('appeal.same-person')
    expect(await codeOf(answerBy(approver, item, 'upheld'))).toBe('appeal.same-person')
    const tries = await Promise.allSettled(Array.from({ length: 20 }, () => answerBy(third, item, 'upheld')))
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await codeOf(answerBy(third, item, 'upheld'))).toBe('appeal.answered')
    const [letter] = await lettersTo(item, 'appeal.answered')
    expect(letter).toContain('已与学信网重新核对学历信息。')
    expect(letter).toContain('行政复议')
    expect((await remediesOf(item)).review.requests).toMatchObject([{ outcome: 'upheld' }])
    const { rows } = await listReviewRequests(world.as(third), { state: 'answered' })
    expect(rows.map((row) => row.applicationId)).toContain(item.id)
  })

  test('granted, a second person confirms and the case goes back to review with its history', async () => {
    const item = await refused()
    await ask(item)
    await answerBy(third, item, 'reopened')
    expect((await getCase(world.as(third), { applicationId: item.id })).row.status).toBe('not-recognised')
    const { corrections } = await listOpenCorrections(world.as(approver))
    expect(corrections).toMatchObject([{ applicationId: item.id, kind: 'reopen', isOwn: false }])
    expect((await listOpenCorrections(world.as(third))).corrections).toMatchObject([{ isOwn: true }])
    const yes = { confirm: true, answer: '同意更正原结论。' }
    expect(await codeOf(answerCorrection(world.as(third), { ...(await versionOf(item)), ...yes }))).toBe(
      'decision.correction-same-person',
    )
    await answerCorrection(world.as(reviewer), { ...(await versionOf(item)), ...yes })
    const view = await getCase(world.as(third), { applicationId: item.id })
    expect(view.row).toMatchObject({ status: 'awaiting-approval', stage: 'awaiting-review' })
    expect(view.timeline.map(({ title }) => title)).toEqual(expect.arrayContaining(['认定未通过', '撤回认定结论']))
    // The next conclusion is a new one: it may be reviewed again.
    expect((await remediesOf(item)).review).toMatchObject({ canRequest: false, requests: [{ outcome: 'reopened' }] })
  })

  test('where the second person does not agree, the applicant is told that the conclusion stays', async () => {
    const item = await refused()
    await ask(item)
    await answerBy(third, item, 'reopened')
    const no = { confirm: false, answer: '经核对原结论正确。' }
    // Whoever made the conclusion does not stop the review of it.
    for (const own of [reviewer, approver]) {
      expect(await codeOf(answerCorrection(world.as(own), { ...(await versionOf(item)), ...no }))).toBe(
        'appeal.same-person',
      )
    }
    const fourth = await world.officer({ roles: ['approve'] })
    await answerCorrection(world.as(fourth), { ...(await versionOf(item)), ...no })
    const [letter] = await lettersTo(item, 'decision.kept')
    expect(letter).toContain('经核对原结论正确。')
  })

  test('a conclusion that was taken back meanwhile cannot be upheld; the request is closed with that correction', async () => {
    const item = await refused()
    await ask(item)
    const why = { reason: '学历证书经复核真实有效，原结论有误。' }
    await proposeCorrection(world.as(approver), { ...(await versionOf(item)), ...why })
    const yes = { confirm: true, answer: '同意更正原结论。' }
    await answerCorrection(world.as(third), { ...(await versionOf(item)), ...yes })
    expect(await codeOf(answerBy(third, item, 'upheld'))).toBe('appeal.superseded')
    expect(await codeOf(answerBy(third, item, 'reopened'))).toBe('done')
    expect((await lettersTo(item, 'appeal.answered'))[0]).toContain('正在重新办理')
  })
})

describe('after the conclusion', () => {
  test('the applicant has the letter made; nobody else’s', async () => {
    const item = await refused()
    await orderOwnLetter(world.as(ownerOf(item)), { applicationId: item.id })
    expect((await remediesOf(item)).letter).toEqual({ ordered: true, letter: null })
    const other = await refused()
    expect(await codeOf(orderOwnLetter(world.as(ownerOf(other)), { applicationId: item.id }))).toBe('request.not-found')
    const open = await arrangeCase(world, { step: 'reviewed' })
    expect(await codeOf(orderOwnLetter(world.as(ownerOf(open)), { applicationId: open.id }))).toBe('decision.no-letter')
  })

  test('评价 once, after the conclusion; the office reads figures and words without names', async () => {
    const item = await refused()
    const rate = (score: number, words: string | null = null) =>
      rateService(world.as(ownerOf(item)), { applicationId: item.id, score, words })
    const tries = await Promise.allSettled(Array.from({ length: 20 }, () => rate(2, '等候时间较长。')))
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await codeOf(rate(5))).toBe('appeal.rated')
    expect((await remediesOf(item)).rating).toEqual({ canRate: false, given: { score: 2, words: '等候时间较长。' } })
    const open = await arrangeCase(world, { step: 'reviewed' })
    const early = { applicationId: open.id, score: 5, words: null }
    expect(await codeOf(rateService(world.as(ownerOf(open)), early))).toBe('appeal.not-concluded')
    const ratings = await listRatings(world.as(third))
    expect(ratings.months).toEqual([{ month: '2026-10', counts: [0, 1, 0, 0, 0] }])
    expect(ratings.words).toMatchObject([{ score: 2, words: '等候时间较长。' }])
    expect(JSON.stringify(ratings)).not.toContain(item.name)
    const other = await world.officer({ roles: ['approve'], agencyCode: FOREIGN })
    expect(await listRatings(world.as(other))).toEqual({ months: [], words: [] })
  })
})
