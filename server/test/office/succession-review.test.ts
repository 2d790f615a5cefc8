import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerReviewRequest } from '../../src/modules/appeal/answer-review-request.ts'
import { getRemedies } from '../../src/modules/appeal/get-remedies.ts'
import { listReviewRequests } from '../../src/modules/appeal/list-review-requests.ts'
import { requestReview } from '../../src/modules/appeal/request-review.ts'
import { findCase } from '../../src/modules/confirmation/find-case.ts'
import { answerCorrection } from '../../src/modules/decision/answer-correction.ts'
import { approveCase } from '../../src/modules/decision/approve-case.ts'
import { getCase } from '../../src/modules/decision/get-case.ts'
import { listOpenCorrections } from '../../src/modules/decision/list-open-corrections.ts'
import { listCorrections, proposeCorrection } from '../../src/modules/decision/propose-correction.ts'
import { refuseCase } from '../../src/modules/decision/refuse-case.ts'
import type { OfficerActor } from '../../src/platform/actor.ts'
import { type ArrangedCase, arrangeCase } from '../arrange-case.ts'
import { ownerOf } from '../online.ts'
import { mergeHome } from '../merge-agencies.ts'
import { codeOf } from '../refusal-codes.ts'
import { FOREIGN, HOME, type World, startWorld } from '../world.ts'

const NEW_NAME = '衢江区教育局'
/** Another county of the same city, without part in the merger. */
const BESIDE = '33077'

let world: World
let first: OfficerActor
let second: OfficerActor
beforeAll(async () => {
  world = await startWorld()
  first = await world.officer({ roles: ['review', 'approve'], agencyCode: FOREIGN })
  second = await world.officer({ roles: ['review', 'approve'], agencyCode: FOREIGN })
})
afterAll(() => world.stop())

async function recognise(): Promise<ArrangedCase> {
  const item = await arrangeCase(world, { step: 'reviewed' })
  const approver = await world.officer({ roles: ['approve'] })
  await approveCase(world.as(approver), { applicationId: item.id, version: item.version })
  return item
}

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
  const passed = await recognise()
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

test('what an agency that ended recognised by mistake is taken back by two persons of its successor (ADM-2, DEC-5, S-070)', async () => {
  const [passed] = await world.rows(
    `select id, version, registration_number from applications where agency_code = $1`,
    [HOME],
  )
  const applicationId = String(passed?.['id'])
  const { rows } = await findCase(world.as(first), { text: String(passed?.['registration_number']) })
  expect(rows.map((row) => row.applicationId)).toEqual([applicationId])
  const { actions, row } = await getCase(world.as(first), { applicationId })
  expect(actions.find(({ action }) => action === 'correct')?.allowed).toBe(true)
  const beside = await world.officer({ roles: ['review', 'approve'], agencyCode: BESIDE })
  const wrong = { applicationId, version: row.version, reason: '经核查，学历证书不属实，原认定有误。' }
  expect(await codeOf(proposeCorrection(world.as(beside), wrong))).toBe('request.not-found')

  await proposeCorrection(world.as(first), wrong)
  expect((await listOpenCorrections(world.as(second))).corrections.map((one) => one.applicationId)).toContain(
    applicationId,
  )
  const agreed = { applicationId, version: row.version, confirm: true, answer: '同意撤销。' }
  const tries = await Promise.allSettled(Array.from({ length: 20 }, () => answerCorrection(world.as(second), agreed)))
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect((await listCorrections(world.as(first), { applicationId })).corrections).toMatchObject([
    { kind: 'void', state: 'confirmed' },
  ])
  expect(
    await world.rows('select agency_code, state from certificates where application_id = $1', [applicationId]),
  ).toEqual([{ agency_code: HOME, state: 'void' }])
  const told = await world.rows(
    `select sender from messages where application_id = $1 and template = 'decision.voided' and channel = 'site'`,
    [applicationId],
  )
  expect(told).toEqual([{ sender: NEW_NAME }])
})

test('words to an applicant come from the office that acts now, not from the one that ended (ADM-2)', async () => {
  const told = await world.rows(
    `select distinct sender from messages where template in ('decision.corrected', 'appeal.answered') and channel = 'site'`,
  )
  expect(told).toEqual([{ sender: NEW_NAME }])
})
