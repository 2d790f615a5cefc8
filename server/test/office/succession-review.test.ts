import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerReviewRequest } from '../../src/modules/appeal/answer-review-request.ts'
import { getRemedies } from '../../src/modules/appeal/get-remedies.ts'
import { listReviewRequests } from '../../src/modules/appeal/list-review-requests.ts'
import { requestReview } from '../../src/modules/appeal/request-review.ts'
import { answerCorrection } from '../../src/modules/decision/answer-correction.ts'
import { getCase } from '../../src/modules/decision/get-case.ts'
import { refuseCase } from '../../src/modules/decision/refuse-case.ts'
import type { OfficerActor } from '../../src/platform/actor.ts'
import { type ArrangedCase, arrangeCase } from '../arrange-case.ts'
import { ownerOf } from '../online.ts'
import { mergeHome } from '../merge-agencies.ts'
import { FOREIGN, HOME, type World, startWorld } from '../world.ts'

let world: World
let first: OfficerActor
let second: OfficerActor
beforeAll(async () => {
  world = await startWorld()
  first = await world.officer({ roles: ['review', 'approve'], agencyCode: FOREIGN })
  second = await world.officer({ roles: ['review', 'approve'], agencyCode: FOREIGN })
})
afterAll(() => world.stop())

async function refuse(): Promise<ArrangedCase> {
  const item = await arrangeCase(world, { step: 'reviewed' })
  const approver = await world.officer({ roles: ['approve'] })
  const reasons = [{ code: 'false-material', note: '学历证书存疑' }]
  await refuseCase(world.as(approver), { applicationId: item.id, version: item.version, reasons })
  return item
}

const ask = (item: ArrangedCase) =>
  requestReview(world.as(ownerOf(item)), {
    applicationId: item.id,
    words: '学历证书可以在学信网查到，请重新核对。',
    files: [],
  })

const versionOf = async ({ id }: ArrangedCase) =>
  Number((await world.rows('select version from applications where id = $1', [id]))[0]?.['version'])

async function answer(item: ArrangedCase, outcome: 'upheld' | 'reopened'): Promise<void> {
  const { rows } = await listReviewRequests(world.as(first), { state: 'open' })
  const requestId = rows.find(({ applicationId }) => applicationId === item.id)?.requestId ?? ''
  const words = { outcome, answer: '已重新核对学历。' }
  await answerReviewRequest(world.as(first), { requestId, version: await versionOf(item), ...words })
}

test('a refusal of an agency that ended is reviewed by its successor, asked for before or after (ADM-2, APP-15, domain §23 case 12)', async () => {
  const before = await refuse()
  const after = await refuse()
  const passed = await arrangeCase(world, { step: 'recognised' })
  await ask(before)
  await mergeHome(world)
  const told = await world.rows(
    `select body from messages where application_id = $1 and template = 'succession.moved'`,
    [after.id],
  )
  expect(told.map((row) => row['body'])).toEqual([expect.stringContaining('需要复查时向该机构申请')])
  await ask(after)

  await answer(before, 'upheld')
  expect((await getRemedies(world.as(ownerOf(before)), { applicationId: before.id })).review.requests).toMatchObject([
    { outcome: 'upheld' },
  ])
  await answer(after, 'reopened')
  const yes = { confirm: true, answer: '同意更正原结论。' }
  await answerCorrection(world.as(second), { applicationId: after.id, version: await versionOf(after), ...yes })
  const view = await getCase(world.as(first), { applicationId: after.id })
  expect(view.row).toMatchObject({ status: 'awaiting-approval', stage: 'awaiting-review' })
  expect(view.timeline.map(({ title }) => title)).toEqual(expect.arrayContaining(['由接替机构办理', '撤回认定结论']))
  // What was recognised keeps its agency: the number names it.
  expect(await world.rows('select agency_code from applications where id = $1', [passed.id])).toEqual([
    { agency_code: HOME },
  ])
})
